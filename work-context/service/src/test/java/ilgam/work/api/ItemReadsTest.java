package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.member.language.MemberId;
import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemReadsTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));
    private static final String SINCE_START = "at=" + START;

    private final Reading reading = new Reading();
    private UUID second = ADA;

    @BeforeAll
    void a_company_works() {
        var feed = reading.feed;
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        var secret = reading.project("SEC", Visibility.PRIVATE, START, EVE);
        feed.happens(START, EVE, new MemberAdmitted(secret, new MemberId(LIN)));

        var fingerprint = Story.of(web, 1)
                .titled("Log in by fingerprint")
                .described("Members forget passwords, 100% of them.")
                .heldBy(ADA)
                .from(LIN)
                .prioritised(Priority.HIGH)
                .due("2026-11-16")
                .labelled("login", "mobile")
                .estimated("2.5")
                .sized("3")
                .opens(feed, START.plusSeconds(1), LIN);
        var button = Story.of(web, 2)
                .issue()
                .titled("The 버튼 is grey")
                .called("TIMOB-77")
                .heldBy(LIN)
                .from(ADA)
                .prioritised(Priority.URGENT)
                .due("2026-11-18")
                .about(fingerprint)
                .opens(feed, START.plusSeconds(2), ADA);
        second = button.value();
        var manual = Story.of(web, 3)
                .titled("Write the manual")
                .in("in-progress")
                .due("2026-11-22")
                .partOf(fingerprint)
                .opens(feed, START.plusSeconds(3), ADA);
        Story.of(web, 4)
                .issue()
                .titled("Nobody's problem")
                .in(null)
                .called("SAME")
                .partOf("OLD-1")
                .due("2026-12-24")
                .opens(feed, START.plusSeconds(4), null);
        var old = Story.of(web, 5)
                .titled("An old story")
                .called("SAME")
                .heldBy(ADA)
                .due("2026-11-02")
                .opens(feed, START.plusSeconds(5), ADA);
        Story.of(secret, 1).titled("Hidden plan").called("TIMOB-78").heldBy(ADA).opens(feed, START.plusSeconds(6), EVE);
        var mistake = Story.of(web, 7).titled("A mistake").opens(feed, START.plusSeconds(7), ADA);
        feed.read();

        for (var move : List.of(
                new ItemMoved(old, "to-do", "done"),
                new ItemMoved(old, "done", "in-progress"),
                new ItemMoved(old, "in-progress", "done"))) feed.happens(START.plusSeconds(100), ADA, move);
        feed.happens(START.plusSeconds(200), ADA, new ItemDeleted(mistake));
        feed.happens(START.plusSeconds(300), LIN, new ItemRenamed(button, "The 버튼 is grey", "The button is grey_"));
        feed.happens(START.plusSeconds(400), LIN, new ItemMoved(manual, "in-progress", "blocked"));
        feed.read();
    }

    @BeforeEach
    void ada_asks() {
        reading.as(Feed.member(ADA));
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                  | WEB-5 WEB-4 WEB-3 WEB-2 WEB-1",
                "project=WEB                        | WEB-5 WEB-4 WEB-3 WEB-2 WEB-1",
                "project=web&limit=200              | WEB-5 WEB-4 WEB-3 WEB-2 WEB-1",
                "project=NONE                       | -",
                "project=SEC                        | -",
                "project=SEC,WEB&kind=issue         | WEB-4 WEB-2",
                "kind=task                          | WEB-5 WEB-3 WEB-1",
                "kind=task&kind=issue&status=Done   | WEB-5",
                "assignee=me                        | WEB-5 WEB-1",
                "assignee=none                      | WEB-4 WEB-3",
                "assignee=me,none                   | WEB-5 WEB-4 WEB-3 WEB-1",
                "assignee=0197a000-0000-7000-8000-000000000011 | WEB-2",
                "reporter=me                        | WEB-2",
                "reporter=none                      | WEB-5 WEB-4 WEB-3",
                "team=0197a000-0000-7000-8000-000000000011 | -",
                "status=blocked                     | WEB-3",
                "status=BLOCKED                     | WEB-3",
                "status=To%20do,Done                | WEB-5 WEB-2 WEB-1",
                "status=none                        | WEB-4",
                "status=nonsense                    | -",
                "category=todo                      | WEB-4 WEB-2 WEB-1",
                "category=waiting,done              | WEB-5 WEB-3",
                "category=DOING                     | -",
                "priority=URGENT                    | WEB-2",
                "priority=high,none                 | WEB-5 WEB-4 WEB-3 WEB-1",
                "points=3                           | WEB-1",
                "points=3.00,8                      | WEB-1",
                "points=none,3                      | WEB-5 WEB-4 WEB-3 WEB-2 WEB-1",
                "points=8                           | -",
                "label=login                        | WEB-1",
                "label=mobile,other                 | WEB-1",
                "label=log                          | -",
                "due=overdue                        | WEB-1",
                "due=today                          | WEB-2",
                "due=overdue,today                  | WEB-2 WEB-1",
                "due=week                           | WEB-3 WEB-2 WEB-1",
                "due=none                           | -",
                "due=2026-11-18..2026-11-22         | WEB-3 WEB-2",
                "due=2026-11-23..                   | WEB-4",
                "due=..2026-11-16                   | WEB-5 WEB-1",
                "due=today&tz=Pacific/Kiritimati    | -",
                "cycle=this                         | WEB-3 WEB-2 WEB-1",
                "cycle=last                         | WEB-5",
                "cycle=next                         | -",
                "text=fingerprint                   | WEB-1",
                "text=FORGET%20fingerprint          | WEB-1",
                "text=100%25                        | WEB-1",
                "text=1%25%25                       | -",
                "text=grey_                         | WEB-2",
                "text=g_ey                          | -",
                "text=timob-77                      | WEB-2",
                "text=web-3                         | WEB-3",
                "text=SEC-1                         | -",
                "text=WEB-99999999999999999999999   | -",
                "text=hidden                        | -",
                "text=%5C                           | -",
                "text=the&due=today                 | WEB-2",
                "deleted=true                       | WEB-7",
                "deleted=false&kind=issue           | WEB-4 WEB-2",
                "parent=WEB-1                       | WEB-3",
                "parent=WEB-99                      | -",
                "sort=createdAt                     | WEB-1 WEB-2 WEB-3 WEB-4 WEB-5",
                "sort=updatedAt                     | WEB-1 WEB-4 WEB-5 WEB-2 WEB-3",
                "sort=-updatedAt                    | WEB-3 WEB-2 WEB-5 WEB-4 WEB-1",
                "sort=dueOn                         | WEB-5 WEB-1 WEB-2 WEB-3 WEB-4",
                "sort=-dueOn                        | WEB-4 WEB-3 WEB-2 WEB-1 WEB-5",
                "sort=priority&assignee=me,0197a000-0000-7000-8000-000000000011 | WEB-2 WEB-1 WEB-5",
                "sort=-key                          | WEB-5 WEB-4 WEB-3 WEB-2 WEB-1",
                "sort=title                         | WEB-5 WEB-1 WEB-4 WEB-2 WEB-3",
            })
    void a_list_shows_what_its_filters_let_through(@Nullable String query, @Nullable String keys) {
        var expected = keys == null ? List.<String>of() : List.of(keys.split(" "));
        var path = "/api/work-items?count=true&" + (query == null ? "" : query);
        assertThat(reading.keys(path)).isEqualTo(expected);
        assertThat(reading.json(path).path("total").asInt()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                " 0 | -                   | -",
                " 3 | -                   | WEB-3 WEB-2 WEB-1",
                " 7 | -                   | WEB-7 WEB-5 WEB-4 WEB-3 WEB-2 WEB-1",
                "99 | category=done       | -",
                "100| category=done       | WEB-5",
                "299| text=버튼           | WEB-2",
                "300| text=버튼           | -",
                "300| text=web-2          | WEB-2",
                "399| status=In%20progress| WEB-3",
                "400| status=In%20progress| -",
                "  9| text=passwords      | WEB-1",
                "  9| due=overdue         | WEB-5",
                "199| deleted=true        | -",
                "200| deleted=true        | WEB-7",
                "  9| sort=-updatedAt     | WEB-7 WEB-5 WEB-4 WEB-3 WEB-2 WEB-1",
                " 99| project=SEC         | -",
            })
    void a_list_shows_how_things_were_at_an_instant(int second, @Nullable String query, @Nullable String keys) {
        var path = "/api/work-items?at=" + START.plusSeconds(second) + (query == null ? "" : "&" + encode(query));
        assertThat(reading.keys(path)).isEqualTo(keys == null ? List.<String>of() : List.of(keys.split(" ")));
    }

    private static String encode(String query) {
        return query.replace("버튼", "%EB%B2%84%ED%8A%BC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createdAt",
                "-createdAt",
                "updatedAt",
                "-updatedAt",
                "dueOn",
                "-dueOn",
                "priority",
                "-priority",
                "key",
                "-key",
                "title",
                "-title"
            })
    void pages_follow_each_other_without_gap_or_repetition(String sort) {
        var whole = reading.keys("/api/work-items?sort=" + sort);
        var pages = new ArrayList<String>();
        var next = "";
        do {
            var page = reading.json("/api/work-items?limit=2&sort=" + sort + "&cursor=" + next);
            pages.addAll(Reading.keys(page.path("items")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(pages).isEqualTo(whole).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, colour",
        "kind=story, kind",
        "assignee=ada, assignee",
        "reporter=0197a000, reporter",
        "team=blue, team",
        "category=later, category",
        "priority=9, priority",
        "points=many, points",
        "points=-1, points",
        "points=1e999999999, points",
        "project=W%20E, project",
        "due=soon, due",
        "due=.., due",
        "due=2026-13-01.., due",
        "due=+99999-01-01.., due",
        "cycle=other, cycle",
        "deleted=maybe, deleted",
        "sort=colour, sort",
        "sort=-, sort",
        "at=yesterday, at",
        "at=+99999-01-01T00:00:00Z, at",
        "tz=Mars/Olympus, tz",
        "limit=many, limit",
        "count=1, count",
    })
    void a_question_that_makes_no_sense_is_refused_by_name(String query, String parameter) {
        assertThat(reading.refusal("/api/work-items?" + query))
                .startsWith("400 bad-parameter: Parameter \"" + parameter + "\": ")
                .endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "WyJrZXkiXQ",
                "WyItY3JlYXRlZEF0IiwieCIsInkiXQ",
                "WyItY3JlYXRlZEF0IixudWxsLG51bGxd",
                "WyItY3JlYXRlZEF0IiwiXHUwMDAwIiwiXHUwMDAwIl0",
                "WyJjcmVhdGVkQXQiLCIyMDI2LTExLTA4IDEyOjAwOjAxKzAwIiwiMDE5N2EwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDExIl0"
            })
    void a_cursor_that_this_list_did_not_give_out_is_refused(String cursor) {
        assertThat(reading.refusal("/api/work-items?cursor=" + cursor)).startsWith("400 malformed-cursor: ");
    }

    @Test
    void a_limit_is_between_1_and_200() {
        assertThat(reading.refusal("/api/work-items?limit=0")).startsWith("400");
        assertThat(reading.refusal("/api/work-items?limit=201")).startsWith("400");
    }

    @Test
    void tasks_and_issues_have_lists_of_their_own() {
        assertThat(reading.keys("/api/tasks")).containsExactly("WEB-5", "WEB-3", "WEB-1");
        assertThat(reading.keys("/api/issues")).containsExactly("WEB-4", "WEB-2");
        assertThat(reading.keys("/api/issues?kind=task")).isEmpty();
    }

    @Test
    void an_item_shows_all_that_is_known_of_it() {
        var item = reading.json("/api/tasks/WEB-1");
        assertThat(item.path("kind").asString()).isEqualTo("task");
        assertThat(item.path("project").asString()).isEqualTo("WEB");
        assertThat(item.path("description").asString()).isEqualTo("Members forget passwords, 100% of them.");
        assertThat(item.path("status").asString()).isEqualTo("To do");
        assertThat(item.path("statusId").asString()).isEqualTo("to-do");
        assertThat(item.path("category").asString()).isEqualTo("todo");
        assertThat(item.path("assignee").asString()).isEqualTo(ADA.toString());
        assertThat(item.path("reporter").asString()).isEqualTo(LIN.toString());
        assertThat(item.path("labels").toString()).isEqualTo("[\"login\",\"mobile\"]");
        assertThat(item.path("dueOn").asString()).isEqualTo("2026-11-16");
        assertThat(item.path("estimateHours").asDouble()).isEqualTo(2.5);
        assertThat(item.path("points").asInt()).isEqualTo(3);
        assertThat(item.path("createdAt").asString())
                .isEqualTo(START.plusSeconds(1).toString());
        assertThat(item.path("doneAt").isNull()).isTrue();
        assertThat(item.path("version").asLong()).isZero();
        assertThat(reading.json("/api/work-items/WEB-2").path("task").asString())
                .isEqualTo("WEB-1");
        assertThat(reading.json("/api/work-items/WEB-3").path("parent").asString())
                .isEqualTo("WEB-1");
        var unparented = reading.json("/api/work-items/WEB-4");
        assertThat(unparented.path("parent").isNull()).isTrue();
        assertThat(unparented.path("sourceParent").asString()).isEqualTo("OLD-1");
        assertThat(unparented.path("status").isNull()).isTrue();
        assertThat(unparented.path("category").asString()).isEqualTo("todo");
    }

    @Test
    void an_item_is_found_by_key_id_and_unambiguous_source_key() {
        for (var name : List.of("WEB-2", "web-2", second.toString(), "TIMOB-77"))
            assertThat(reading.json("/api/issues/" + name).path("key").asString())
                    .isEqualTo("WEB-2");
        assertThat(reading.refusal("/api/work-items/SAME")).startsWith("404 not-found");
        assertThat(reading.refusal("/api/work-items/TIMOB-78")).startsWith("404 not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/WEB-2", "/api/issues/WEB-1", "/api/work-items/WEB-99", "/api/work-items/SEC-1"})
    void what_is_of_the_other_kind_unknown_or_hidden_is_not_there(String path) {
        assertThat(reading.refusal(path)).startsWith("404 not-found: There is no ");
    }

    @Test
    void hidden_and_unknown_items_get_the_same_words() {
        assertThat(reading.refusal("/api/work-items/SEC-1"))
                .isEqualTo(reading.refusal("/api/work-items/SEC-2").replace("SEC-2", "SEC-1"));
    }

    @Test
    void private_work_is_seen_by_those_admitted_and_by_admins() {
        assertThat(reading.as(Feed.member(LIN)).keys("/api/work-items?project=SEC"))
                .containsExactly("SEC-1");
        assertThat(reading.as(Feed.admin(ADA)).keys("/api/work-items?text=hidden"))
                .containsExactly("SEC-1");
        assertThat(reading.as(Feed.member(EVE)).keys("/api/work-items?project=SEC"))
                .isEmpty();
    }

    @Test
    void the_tag_of_an_item_is_its_version() {
        var response = reading.response("/api/issues/WEB-2", Map.of());
        assertThat(response.getHeader("ETag")).isEqualTo("\"1\"");
        var again = reading.response("/api/issues/WEB-2", Map.of("If-None-Match", "\"1\""));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(reading.response("/api/issues/WEB-2", Map.of("If-None-Match", "\"0\""))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void an_item_shows_how_it_was() {
        var before = reading.json("/api/issues/WEB-2?at=" + START.plusSeconds(299));
        assertThat(before.path("title").asString()).isEqualTo("The 버튼 is grey");
        assertThat(before.path("version").asLong()).isZero();
        assertThat(reading.refusal("/api/issues/WEB-2?" + SINCE_START)).startsWith("404 not-found: There was no issue");
    }

    @Test
    void a_deleted_item_is_gone_but_not_what_it_was() {
        assertThat(reading.refusal("/api/tasks/WEB-7")).startsWith("404 deleted: WEB-7 was deleted.");
        assertThat(reading.json("/api/tasks/WEB-7?at=" + START.plusSeconds(199))
                        .path("deleted")
                        .asBoolean())
                .isFalse();
        assertThat(reading.json("/api/tasks/WEB-7/history").path("items").size())
                .isEqualTo(2);
    }

    @Test
    void done_since_means_the_last_unbroken_run_even_if_it_was_broken_within_an_instant() {
        assertThat(reading.json("/api/tasks/WEB-5").path("doneAt").asString())
                .isEqualTo(START.plusSeconds(100).toString());
    }

    @Test
    void equal_values_never_skip_or_repeat_an_item() {
        try (var crowd = new Reading()) {
            var project = crowd.project("SAME", Visibility.OPEN, START, ADA);
            for (int i = 1; i <= 23; i++) Story.of(project, i).titled("Same").opens(crowd.feed, START, ADA);
            crowd.feed.read();
            for (var sort : List.of("createdAt", "-updatedAt", "dueOn", "-dueOn", "priority", "-title"))
                assertThat(allPages(crowd, sort)).hasSize(23).doesNotHaveDuplicates();
        }
    }

    private static List<String> allPages(Reading crowd, String sort) {
        var keys = new ArrayList<String>();
        var next = "";
        do {
            var page = crowd.json("/api/work-items?limit=5&sort=" + sort + "&cursor=" + next);
            keys.addAll(Reading.keys(page.path("items")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return keys;
    }

    @Test
    void an_item_whose_project_is_not_known_yet_is_not_shown_yet() {
        Story.of(new ProjectId(UUID.randomUUID()), 1).titled("Early").opens(reading.feed, START, ADA);
        reading.feed.read();
        assertThat(reading.keys("/api/work-items?text=early")).isEmpty();
    }
}
