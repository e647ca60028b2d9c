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

/** Whatever happened, in whichever order: a projection that is made again from the first event has the same rows. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ilgam.dead-letters.look-every=1h") // what a policy could not do is not done between two looks
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
        registry.add("ilgam.event-store.username", () -> "ilgam_work"); // it plays the other contexts, which append
    }

    @Test
    void every_projection_is_the_same_when_it_is_made_again(@Autowired ApplicationContext service) {
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
            // once, and in no circle
            case PersonMerged(var person, var into)
            when into.value().compareTo(person.value()) <= 0 || !merged.add(person) -> null;
            case WorkflowDefined defined -> workflow(defined);
            default -> event;
        };
    }

    /** Each status is there once, and whichever is not there has one of them for its successor. */
    private static @Nullable WorkflowDefined workflow(WorkflowDefined defined) {
        var ids = defined.statuses().stream().map(Status::id).distinct().toList();
        if (ids.isEmpty() || ids.size() < defined.statuses().size()) return null;
        Map<String, String> successors = new HashMap<>();
        for (var status : STATUSES) if (!ids.contains(status)) successors.put(status, ids.getLast());
        return new WorkflowDefined(defined.project(), defined.statuses(), successors);
    }
}
