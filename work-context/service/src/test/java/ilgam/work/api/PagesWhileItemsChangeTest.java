package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import ilgam.work.Story;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemId;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What happens between two pages neither hides nor repeats what it did not touch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesWhileItemsChangeTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));
    private static final Instant LATER = START.plusSeconds(100);

    private final Reading reading = new Reading();
    private final List<ItemId> items = new ArrayList<>();
    private int projects;
    private ProjectId project = new ProjectId(ADA);
    private String list = "";

    @BeforeAll
    void nothing_is_there_yet() {
        reading.feed.read();
    }

    /** Six items in a project of their own: A, B, C, D, E and F, due one day after the other. */
    @BeforeEach
    void items_in_a_project_of_their_own() {
        var key = "P" + ++projects;
        project = reading.project(key, Visibility.OPEN, START, ADA);
        list = "/api/work-items?project=" + key + "&limit=2";
        items.clear();
        for (int number = 1; number <= 6; number++)
            items.add(Story.of(project, number)
                    .titled("ABCDEF".substring(number - 1, number))
                    .due(LocalDate.of(2026, 11, number).toString())
                    .opens(reading.feed, START.plusSeconds(number), ADA));
        reading.feed.read();
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @Test
    void a_new_item_does_not_push_others_onto_the_next_page_of_the_newest() {
        var first = Page.of(reading, list);
        Story.of(project, 7).titled("G").opens(reading.feed, LATER, ADA);
        reading.feed.read();

        assertThat(first.titles()).isEqualTo("F E");
        assertThat(first.rest()).isEqualTo("D C B A");
        assertThat(Page.of(reading, list).titles()).isEqualTo("G F");
    }

    @Test
    void a_deleted_item_leaves_no_gap() {
        var first = Page.of(reading, list + "&sort=createdAt");
        happens(new ItemDeleted(items.get(0)), new ItemDeleted(items.get(3)));

        assertThat(first.titles()).isEqualTo("A B");
        assertThat(first.rest()).isEqualTo("C E F");
    }

    @Test
    void the_next_page_begins_after_the_last_item_also_when_that_is_gone_by_then() {
        var first = Page.of(reading, list + "&sort=dueOn");
        happens(new ItemDeleted(items.get(1)));
        assertThat(first.rest()).isEqualTo("C D E F");
    }

    @Test
    void the_next_page_begins_where_the_last_item_was_when_it_has_moved_since() {
        var first = Page.of(reading, list + "&sort=dueOn");
        happens(new ItemDueScheduled(items.get(1), LocalDate.of(2026, 11, 2), null));
        assertThat(first.rest()).isEqualTo("C D E F B");
    }

    @Test
    void a_renamed_item_is_where_its_new_title_belongs() {
        var first = Page.of(reading, list + "&sort=title");
        happens(new ItemRenamed(items.get(4), "E", "Aa"), new ItemRenamed(items.get(0), "A", "Ee"));
        assertThat(first.rest()).isEqualTo("C D Ee F");
    }

    @Test
    void a_list_by_last_change_shows_what_changed_first_and_the_rest_in_order() {
        var first = Page.of(reading, list + "&sort=-updatedAt");
        happens(new ItemRenamed(items.get(1), "B", "Bb"));

        assertThat(first.rest()).isEqualTo("D C A");
        assertThat(Page.of(reading, list + "&sort=-updatedAt").all()).isEqualTo("Bb F E D C A");
    }

    @Test
    void pages_as_of_an_instant_stay_as_they_are() {
        var first = Page.of(reading, list + "&sort=title&count=true&at=" + LATER.minusSeconds(1));
        happens(
                new ItemDeleted(items.get(2)),
                new ItemRenamed(items.get(5), "F", "Aa"),
                new ItemRenamed(items.get(0), "A", "Z"));
        assertThat(first.all()).isEqualTo("A B C D E F");
        assertThat(first.again().all()).isEqualTo("A B C D E F");
    }

    @Test
    void a_cursor_of_one_order_is_none_of_another() {
        var cursor = reading.json(list + "&sort=title").path("next").asString();
        for (var sort : List.of("-title", "dueOn", "key", ""))
            assertThat(reading.refusal(list + "&sort=" + sort + "&cursor=" + cursor))
                    .as(sort)
                    .startsWith("400 malformed-cursor");
    }

    @Test
    void a_cursor_works_with_other_filters_of_the_same_order() {
        var cursor = reading.json(list + "&sort=title").path("next").asString();
        assertThat(new Page(
                                reading,
                                list.replace("limit=2", "limit=200") + "&sort=title&due=2026-11-01..2026-11-04",
                                cursor)
                        .titles())
                .isEqualTo("C D");
    }

    @Test
    void a_history_goes_on_with_what_happens_while_it_is_read() {
        var path = "/api/work-items/" + items.getFirst() + "/history?limit=1";
        happens(new ItemRenamed(items.getFirst(), "A", "Aa"));
        var cursor = reading.json(path).path("next").asString();
        happens(new ItemRenamed(items.getFirst(), "Aa", "Aaa"));

        var second = reading.json(path + "&cursor=" + cursor);
        assertThat(second.at("/items/0/changes/0/to").asString()).isEqualTo("Aa");
        var third = reading.json(path + "&cursor=" + second.path("next").asString());
        assertThat(third.at("/items/0/changes/0/to").asString()).isEqualTo("Aaa");
        assertThat(third.path("next").isNull()).isTrue();
    }

    @Test
    void comments_keep_their_places_when_they_are_edited_or_removed() {
        var comments = new ArrayList<CommentId>();
        for (int number = 0; number < 4; number++) {
            comments.add(new CommentId(UUID.randomUUID()));
            happens(new Commented(items.getFirst(), comments.getLast(), "Words " + number));
        }
        var path = "/api/work-items/" + items.getFirst() + "/comments?limit=2";
        var first = reading.json(path);
        happens(
                new CommentEdited(items.getFirst(), comments.get(0), "Edited"),
                new CommentRemoved(items.getFirst(), comments.get(1)),
                new CommentEdited(items.getFirst(), comments.get(2), "Edited, too"));

        var second = reading.json(path + "&cursor=" + first.path("next").asString());
        assertThat(first.at("/items/1/text").asString()).isEqualTo("Words 1");
        assertThat(second.at("/items/0/text").asString()).isEqualTo("Edited, too");
        assertThat(second.at("/items/1/text").asString()).isEqualTo("Words 3");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void of_new_projects_the_next_page_has_those_that_come_later() {
        reading.project("Z2", Visibility.OPEN, START, ADA);
        reading.feed.read();
        var first = reading.json("/api/projects?limit=1");
        assertThat(first.at("/items/0/key").asString()).isEqualTo("P1");
        for (var key : List.of("A1", "Z1")) reading.project(key, Visibility.OPEN, LATER, ADA);
        reading.feed.read();

        var rest = reading.json(
                "/api/projects?limit=200&cursor=" + first.path("next").asString());
        assertThat(Reading.keys(rest.path("items"))).endsWith("Z1", "Z2").doesNotContain("A1", "P1");
    }

    private void happens(ItemEvent... events) {
        for (var event : events) reading.feed.happens(LATER, LIN, event);
        reading.feed.read();
    }

    /** A page of a list that can be read on from. */
    private record Page(Reading reading, String list, String cursor, String titles, String next) {

        Page(Reading reading, String list, String cursor) {
            this(reading, list, cursor, reading.json(list + "&cursor=" + cursor));
        }

        private Page(Reading reading, String list, String cursor, JsonNode page) {
            this(
                    reading,
                    list,
                    cursor,
                    String.join(
                            " ",
                            page.path("items")
                                    .valueStream()
                                    .map(item -> item.path("title").asString())
                                    .toList()),
                    page.path("next").asString(""));
        }

        static Page of(Reading reading, String list) {
            return new Page(reading, list, "");
        }

        Page again() {
            return new Page(reading, list, cursor);
        }

        /** The titles of all later pages. */
        String rest() {
            return next.isEmpty() ? "" : new Page(reading, list, next).all();
        }

        /** Those of this page and all later ones. */
        String all() {
            return (titles + " " + rest()).strip();
        }
    }
}
