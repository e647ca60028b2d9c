package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import ilgam.member.language.MemberId;
import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectArchived;
import ilgam.work.language.ProjectEvent.ProjectDescribed;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRenamed;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectUnarchived;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;
import ilgam.work.projects.Projects;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static ilgam.work.api.Reading.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectReadsTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));
    private static final Instant LATER = NOW.minus(Duration.ofDays(2));

    private final Reading reading = new Reading();
    private ProjectId web = new ProjectId(EVE);
    private ProjectId secret = new ProjectId(EVE);

    @BeforeAll
    void projects_live() {
        var feed = reading.feed;
        web = reading.project("WEB", Visibility.OPEN, START, ADA);
        secret = reading.project("SEC", Visibility.PRIVATE, START, EVE);
        var old = reading.project("OLD", Visibility.OPEN, START, EVE);
        feed.happens(START, EVE, new MemberAdmitted(secret, new MemberId(LIN)))
                .happens(START, EVE, new MemberAdmitted(secret, new MemberId(EVE)))
                .happens(START, EVE, new MemberAdmitted(secret, new MemberId(EVE)))
                .happens(START, EVE, new ProjectArchived(old));
        var item = Story.of(web, 1).in("blocked").opens(feed, START.plusSeconds(1), ADA);
        var moved = Story.of(web, 2).in("in-progress").opens(feed, START.plusSeconds(1), ADA);
        feed.happens(START.plusSeconds(50), ADA, new ItemMoved(moved, "in-progress", "done"));
        feed.read();
        feed.happens(LATER, ADA, new ProjectRenamed(web, "Shop"))
                .happens(LATER, ADA, new ProjectDescribed(web, "Where we sell."))
                .happens(
                        LATER,
                        ADA,
                        new WorkflowDefined(
                                web,
                                List.of(
                                        new Status("to-do", "To do", Category.TODO),
                                        new Status("in-progress", "Building", Category.DOING),
                                        new Status("done", "Done", Category.DONE),
                                        new Status("qa", "Quality", Category.DONE)),
                                Map.of("blocked", "qa", "backlog", "to-do", "cancelled", "done")));
        feed.read();
        assertThat(item).isNotNull();
    }

    @BeforeEach
    void ada_asks() {
        reading.as(Feed.member(ADA));
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @Test
    void a_project_shows_its_workflow_and_members() {
        var project = reading.as(Feed.member(LIN)).json("/api/projects/SEC");
        assertThat(project.path("key").asString()).isEqualTo("SEC");
        assertThat(project.path("visibility").asString()).isEqualTo("private");
        assertThat(project.path("startedBy").asString()).isEqualTo(EVE.toString());
        assertThat(project.path("members").size()).isEqualTo(2);
        assertThat(project.at("/workflow/statuses/2").toString())
                .isEqualTo("{\"id\":\"in-progress\",\"name\":\"In progress\",\"category\":\"doing\"}");
        assertThat(reading.json("/api/projects/" + secret.value()).path("key").asString())
                .isEqualTo("SEC");
    }

    @Test
    void a_private_project_is_not_there_for_others() {
        assertThat(reading.refusal("/api/projects/SEC"))
                .isEqualTo("404 not-found: There is no project \"SEC\" that you can see.");
        assertThat(keys("/api/projects")).containsExactly("WEB");
        assertThat(reading.feed.the(Projects.class).maySee(secret.value(), Feed.member(ADA)))
                .isFalse();
        assertThat(reading.feed.the(Projects.class).maySee(secret.value(), Feed.member(LIN)))
                .isTrue();
        reading.as(Feed.admin(ADA));
        assertThat(keys("/api/projects?count=true")).containsExactly("SEC", "WEB");
        assertThat(reading.json("/api/projects?count=true").path("total").asInt())
                .isEqualTo(2);
    }

    @Test
    void archived_projects_are_listed_when_asked_for() {
        assertThat(keys("/api/projects?archived=true")).containsExactly("OLD");
        assertThat(reading.json("/api/projects/OLD").path("archived").asBoolean())
                .isTrue();
    }

    @Test
    void projects_come_page_by_page() {
        reading.as(Feed.admin(ADA));
        var page = reading.json("/api/projects?limit=1");
        assertThat(page.at("/items/0/key").asString()).isEqualTo("SEC");
        var next =
                reading.json("/api/projects?limit=1&cursor=" + page.path("next").asString());
        assertThat(next.at("/items/0/key").asString()).isEqualTo("WEB");
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void a_project_shows_how_it_was_and_its_first_shape_holds_before_it_began() {
        assertThat(reading.json("/api/projects/WEB").path("name").asString()).isEqualTo("Shop");
        var before = reading.json("/api/projects/WEB?at=2001-01-01T00:00:00Z");
        assertThat(before.path("name").asString()).isEqualTo("Project WEB");
        assertThat(before.at("/workflow/statuses").size()).isEqualTo(WORKFLOW.size());
        assertThat(reading.json("/api/projects/WEB?at=" + LATER)
                        .at("/workflow/statuses")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void the_tag_of_a_project_is_its_version() {
        var tag = String.valueOf(reading.response("/api/projects/WEB", Map.of()).getHeader("ETag"));
        assertThat(tag).isEqualTo("\"4\"");
        assertThat(reading.response("/api/projects/WEB", Map.of("If-None-Match", tag))
                        .getStatus())
                .isEqualTo(304);
        assertThat(reading.feed.the(Projects.class).shownVersion(web.value())).isEqualTo(4);
        assertThat(reading.feed.the(Projects.class).shownVersion(UUID.randomUUID()))
                .isEqualTo(-1);
    }

    @Test
    void an_item_in_a_retired_status_shows_the_successor_from_then_on() {
        var before = reading.json("/api/tasks/WEB-1?at=" + LATER.minusMillis(1));
        assertThat(before.path("status").asString()).isEqualTo("Blocked");
        assertThat(before.path("category").asString()).isEqualTo("waiting");
        var after = reading.json("/api/tasks/WEB-1");
        assertThat(after.path("status").asString()).isEqualTo("Quality");
        assertThat(after.path("statusId").asString()).isEqualTo("qa");
        assertThat(reading.keys("/api/tasks?status=qa")).containsExactly("WEB-1");
        assertThat(reading.keys("/api/tasks?status=blocked")).isEmpty();
    }

    @Test
    void an_item_that_a_new_workflow_made_done_is_done_since_then() {
        assertThat(reading.json("/api/tasks/WEB-1").path("doneAt").asString()).isEqualTo(LATER.toString());
        assertThat(reading.json("/api/tasks/WEB-2").path("doneAt").asString())
                .isEqualTo(START.plusSeconds(50).toString());
    }

    @Test
    void a_history_calls_statuses_as_they_were_called_then() {
        var change = reading.json("/api/tasks/WEB-2/history").at("/items/1/changes/0");
        assertThat(change.toString()).isEqualTo("{\"field\":\"status\",\"from\":\"In progress\",\"to\":\"Done\"}");
    }

    @Test
    void who_may_see_a_project_follows_what_happens_to_it() {
        try (var other = new Reading()) {
            var feed = other.feed;
            var lab = other.project("LAB", Visibility.OPEN, START, EVE);
            feed.happens(START, EVE, new ProjectRestricted(lab)).read();
            assertThat(other.refusal("/api/projects/LAB")).startsWith("404");
            feed.happens(START, EVE, new MemberAdmitted(lab, new MemberId(ADA))).read();
            assertThat(other.json("/api/projects/LAB").path("members").size()).isEqualTo(1);
            feed.happens(START, EVE, new MemberDismissed(lab, new MemberId(ADA)))
                    .read();
            assertThat(other.refusal("/api/projects/LAB")).startsWith("404");
            feed.happens(START, EVE, new ProjectOpened(lab))
                    .happens(START, EVE, new ProjectArchived(lab))
                    .happens(START, EVE, new ProjectUnarchived(lab))
                    .read();
            assertThat(other.json("/api/projects/LAB").path("archived").asBoolean())
                    .isFalse();
        }
    }

    private List<String> keys(String path) {
        JsonNode items = reading.json(path).path("items");
        return Reading.keys(items);
    }
}
