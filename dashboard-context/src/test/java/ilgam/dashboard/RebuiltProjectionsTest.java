package ilgam.dashboard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.language.CompanyEvent;
import ilgam.member.language.CompanyEvent.CompanyZoneSet;
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
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.RandomHistory;
import ilgam.starter.test.RebuildStory;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ProjectEvent;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** For random histories, a projection that is rebuilt from the first event has the same rows as the live one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ilgam.dead-letters.look-every=1h") // so that no policy is retried between two comparisons
@DirtiesContext
class RebuiltProjectionsTest {

    private static final TeamId TEAM = new TeamId(new UUID(1, 2));
    private static final List<String> ZONES = List.of("UTC", "Asia/Seoul", "America/St_Johns");
    private static final List<String> STATUSES = List.of("a", "b", "c", "d");

    private final Set<MemberId> merged = new HashSet<>();
    private final AtomicLong numbers = new AtomicLong();

    @DynamicPropertySource
    static void databases(DynamicPropertyRegistry registry) {
        Postgres.context("dashboard").register(registry);
        registry.add("ilgam.event-store.username", () -> "ilgam_work"); // appends in the place of the other contexts
    }

    @Test
    void every_projection_has_the_same_rows_after_a_rebuild(@Autowired ApplicationContext service) {
        var history = RandomHistory.ofAnySeed()
                .live(12, MemberEvent.class, MemberRegistered.class, PersonAnnounced.class)
                .live(4, TeamEvent.class, TeamFormed.class)
                .live(4, WorkCalendarEvent.class, WorkCycleSet.class)
                .live(1, CompanyEvent.class)
                .imported(4, ProjectEvent.class, ProjectStarted.class)
                .imported(25, ItemEvent.class, ItemOpened.class)
                .by(MemberId.class)
                .untouched(TEAM.value(), new TeamFormed(TEAM, "Stays", new MemberId(new UUID(1, 1))))
                .seldom(MemberErased.class, TeamDisbanded.class)
                .with(CompanyZoneSet.class, "timeZone", ZONES)
                .with(WorkCycleSet.class, "timeZone", ZONES)
                .with(ProjectStarted.class, "key", () -> "KEY" + numbers.incrementAndGet())
                .with(ItemOpened.class, "number", numbers::incrementAndGet)
                .with(ItemOpened.class, "status", STATUSES)
                .with(ItemMoved.class, "to", STATUSES)
                .with(Status.class, "id", STATUSES)
                .possible(this::possible);

        assertThat(new RebuildStory(service).tell(history, 1_500)).isEqualTo(5);
    }

    private @Nullable Object possible(Object event) {
        return switch (event) {
            // each person at most once, without cycles
            case PersonMerged(var person, var into)
            when into.value().compareTo(person.value()) <= 0 || !merged.add(person) -> null;
            case WorkflowDefined defined -> workflow(defined);
            default -> event;
        };
    }

    /** Keeps each status once, and gives every missing one an existing successor. */
    private static @Nullable WorkflowDefined workflow(WorkflowDefined defined) {
        var ids = defined.statuses().stream().map(Status::id).distinct().toList();
        if (ids.isEmpty() || ids.size() < defined.statuses().size()) return null;
        Map<String, String> successors = new HashMap<>();
        for (var status : STATUSES) if (!ids.contains(status)) successors.put(status, ids.getLast());
        return new WorkflowDefined(defined.project(), defined.statuses(), successors);
    }
}
