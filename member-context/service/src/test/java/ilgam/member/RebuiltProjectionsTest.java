package ilgam.member;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.language.CompanyEvent;
import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.language.HolidayEvent;
import ilgam.member.language.HolidayEvent.HolidaysWithdrawn;
import ilgam.member.language.MemberEvent;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent;
import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.member.language.WorkCalendarEvent;
import ilgam.member.language.WorkCalendarEvent.LeaveCancelled;
import ilgam.member.language.WorkCalendarEvent.LeaveTaken;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.RandomHistory;
import ilgam.starter.test.RebuildStory;

import static org.assertj.core.api.Assertions.assertThat;

/** For random histories, a projection that is rebuilt from the first event has the same rows as the live one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ilgam.dead-letters.look-every=1h") // so that no policy is retried between two comparisons
@DirtiesContext
@DisabledIfSystemProperty(named = "ilgam.instances", matches = "2") // irrelevant with two instances
class RebuiltProjectionsTest {

    private static final TeamId TEAM = new TeamId(new UUID(1, 2));
    private static final List<String> ZONES = List.of("UTC", "Asia/Seoul", "America/St_Johns");

    private final Set<MemberId> merged = new HashSet<>();
    private final AtomicLong leaves = new AtomicLong();
    private final AtomicLong erased = new AtomicLong();
    private final AtomicLong withdrawn = new AtomicLong();
    private final Map<MemberId, UUID> latestLeave = new HashMap<>();

    @DynamicPropertySource
    static void databases(DynamicPropertyRegistry registry) {
        Postgres.context("member").register(registry);
    }

    @Test
    void every_projection_has_the_same_rows_after_a_rebuild(@Autowired ApplicationContext service) {
        var history = RandomHistory.ofAnySeed()
                .live(12, MemberEvent.class, MemberRegistered.class, PersonAnnounced.class)
                .live(5, TeamEvent.class, TeamFormed.class)
                .live(8, WorkCalendarEvent.class, WorkCycleSet.class)
                .live(1, CompanyEvent.class)
                .live(5, HolidayEvent.class)
                .by(MemberId.class)
                .untouched(TEAM.value(), new TeamFormed(TEAM, "Stays", new MemberId(new UUID(1, 1))))
                .seldom(MemberErased.class, TeamDisbanded.class, HolidaysWithdrawn.class)
                .with(CompanyZoneSet.class, "timeZone", ZONES)
                .with(WorkCycleSet.class, "timeZone", ZONES)
                .possible(this::possible);

        assertThat(new RebuildStory(service).tell(history, 600)).isEqualTo(5);
    }

    private @Nullable Object possible(Object event) {
        return switch (event) {
            // keeps some, so that there are rows to compare
            case MemberErased _ when erased.incrementAndGet() > 6 -> null;
            case HolidaysWithdrawn _ when withdrawn.incrementAndGet() > 3 -> null;
            // each person at most once, without cycles
            case PersonMerged(var person, var into)
            when into.value().compareTo(person.value()) <= 0 || !merged.add(person) -> null;
            case LeaveTaken it -> {
                var leave = new UUID(1, leaves.incrementAndGet());
                latestLeave.put(it.member(), leave);
                yield new LeaveTaken(it.member(), leave, it.from(), it.to(), it.part());
            }
            case LeaveCancelled(var member, var _, var from) -> {
                var leave = latestLeave.remove(member);
                yield leave == null ? null : new LeaveCancelled(member, leave, from);
            }
            default -> event;
        };
    }
}
