package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ilgam.member.language.MemberId;
import ilgam.starter.security.Caller;
import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ProjectEvent;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectArchived;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectUnarchived;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static ilgam.work.api.Reading.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

/** My work follows what happens to items, projects and workflows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MyWorkChangesTest {

    private static final Instant START = NOW.minus(Duration.ofDays(50));
    private static final Instant AN_HOUR_AGO = NOW.minus(Duration.ofHours(1));

    private final Reading reading = new Reading();
    private int projects;
    private ProjectId project = new ProjectId(ADA);
    private String key = "";

    @BeforeEach
    void a_project_of_its_own() {
        if (projects > 0) happens(new ProjectArchived(project));
        key = "P" + ++projects;
        project = reading.project(key, Visibility.OPEN, START, EVE);
        reading.as(Feed.member(ADA));
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @Test
    void work_is_where_it_was_assigned_last_and_with_its_reporter() {
        var item = story().from(ADA).heldBy(ADA).opens(reading.feed, START, EVE);
        assertThat(mine()).isEqualTo("undated");

        happens(new ItemAssigned(item, new MemberId(ADA), new MemberId(LIN)));
        assertThat(mine()).isEqualTo("reported");
        assertThat(of(Feed.member(LIN))).isEqualTo("undated");

        happens(new ItemAssigned(item, new MemberId(LIN), null));
        assertThat(mine()).isEqualTo("reported");
        assertThat(of(Feed.member(LIN))).isEmpty();
    }

    @Test
    void deleted_work_is_gone_until_it_is_restored() {
        var item = story().heldBy(ADA).due("2026-11-18").opens(reading.feed, START, EVE);
        happens(new ItemDeleted(item));
        assertThat(mine()).isEmpty();
        happens(new ItemRestored(item));
        assertThat(mine()).isEqualTo("today");
    }

    @Test
    void done_work_is_among_the_recent_and_reopened_work_among_the_open() {
        var item = story().heldBy(ADA).from(ADA).opens(reading.feed, START, EVE);
        happens(new ItemMoved(item, "to-do", "done"));
        assertThat(mine()).isEqualTo("recentlyDone");
        happens(new ItemMoved(item, "done", "blocked"));
        assertThat(mine()).isEqualTo("undated");
        happens(new ItemMoved(item, "blocked", "cancelled"));
        assertThat(mine()).isEmpty();
    }

    @Test
    void work_of_an_archived_project_rests_until_the_project_is_unarchived() {
        story().heldBy(ADA).due("2026-11-17").opens(reading.feed, START, EVE);
        happens(new ProjectArchived(project));
        assertThat(mine()).isEmpty();
        happens(new ProjectUnarchived(project));
        assertThat(mine()).isEqualTo("overdue");
    }

    @Test
    void work_of_a_private_project_is_shown_to_members_of_the_project_only() {
        story().heldBy(ADA).from(LIN).opens(reading.feed, START, EVE);
        happens(new ProjectRestricted(project), new MemberAdmitted(project, new MemberId(LIN)));
        assertThat(mine()).isEmpty();
        assertThat(of(Feed.member(LIN))).isEqualTo("reported");
        assertThat(of(Feed.admin(ADA))).isEqualTo("undated");

        happens(new MemberAdmitted(project, new MemberId(ADA)), new MemberDismissed(project, new MemberId(LIN)));
        assertThat(mine()).isEqualTo("undated");
        assertThat(of(Feed.member(LIN))).isEmpty();

        happens(new ProjectOpened(project));
        assertThat(of(Feed.member(LIN))).isEqualTo("reported");
    }

    @Test
    void work_in_a_status_that_becomes_done_is_done_from_then_on() {
        story().heldBy(ADA).in("in-progress").opens(reading.feed, START, EVE);
        happens(new WorkflowDefined(
                project,
                WORKFLOW.stream()
                        .map(status -> status.id().equals("in-progress")
                                ? new Status("in-progress", "Built", Category.DONE)
                                : status)
                        .toList(),
                Map.of()));
        assertThat(mine()).isEqualTo("recentlyDone");

        happens(new WorkflowDefined(project, WORKFLOW, Map.of()));
        assertThat(mine()).isEqualTo("undated");
    }

    @Test
    void imported_work_without_a_status_is_still_to_do() {
        story().heldBy(ADA).in(null).opens(reading.feed, START, EVE);
        assertThat(mine()).isEqualTo("undated");
    }

    @ParameterizedTest
    @CsvSource({"13.99, recentlyDone", "14, recentlyDone", "14.01, ''"})
    void work_is_recently_done_for_two_weeks(double days, String section) {
        var item = story().heldBy(ADA).opens(reading.feed, START, EVE);
        var done = NOW.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
        reading.feed.happens(done, ADA, new ItemMoved(item, "to-do", "done"));
        assertThat(mine()).isEqualTo(section);
    }

    @Test
    void work_that_was_done_long_ago_is_not_recent_because_it_was_changed_since() {
        var item = story().heldBy(ADA).opens(reading.feed, START, EVE);
        reading.feed.happens(NOW.minus(Duration.ofDays(20)), ADA, new ItemMoved(item, "to-do", "done"));
        happens(new ItemEvent.ItemRenamed(item, "Work", "Work, finished"));
        assertThat(mine()).isEmpty();
    }

    @Test
    void work_is_as_dated_where_the_caller_says_to_be() {
        story().heldBy(ADA).due("2026-11-18").opens(reading.feed, START, EVE);
        assertThat(mine("?tz=Asia/Seoul")).isEqualTo("today");
        assertThat(mine("?tz=Pacific/Kiritimati")).isEqualTo("overdue");
        assertThat(mine("?tz=Etc/GMT%2B12")).isEqualTo("today");
        assertThat(reading.refusal("/api/my-work?tz=Mars/Olympus")).startsWith("400 bad-parameter: Parameter \"tz\"");
    }

    private Story story() {
        return Story.of(project, 1);
    }

    private String of(Caller caller) {
        reading.as(caller);
        var sections = mine();
        reading.as(Feed.member(ADA));
        return sections;
    }

    private String mine() {
        return mine("");
    }

    /** The sections that have the item. */
    private String mine(String query) {
        reading.feed.read();
        return reading.json("/api/my-work" + query).properties().stream()
                .filter(section ->
                        Reading.keys(section.getValue().path("items")).contains(key + "-1"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    private void happens(ItemEvent... events) {
        for (var event : events) reading.feed.happens(AN_HOUR_AGO, EVE, event);
    }

    private void happens(ProjectEvent... events) {
        for (var event : events) reading.feed.happens(AN_HOUR_AGO, EVE, event);
    }
}
