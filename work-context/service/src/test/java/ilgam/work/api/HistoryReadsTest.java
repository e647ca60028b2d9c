package ilgam.work.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import ilgam.member.language.MemberId;
import ilgam.work.Story;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemEstimated;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemSized;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.LinkType;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryReadsTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));

    private static final String LONG = "한글 ".repeat(15_000);
    private static final String SHOWN = LONG.substring(0, 1_000);

    private final Reading reading = new Reading();
    private final CommentId edited = new CommentId(UUID.randomUUID());
    private final CommentId removed = new CommentId(UUID.randomUUID());

    @BeforeAll
    void an_item_lives() {
        var feed = reading.feed;
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        var secret = reading.project("SEC", Visibility.PRIVATE, START, EVE);
        var epic = Story.of(web, 1).titled("Epic").opens(feed, START, ADA);
        var hidden = Story.of(secret, 1).titled("Hidden").opens(feed, START, EVE);
        var item = Story.of(web, 2)
                .titled("Story")
                .described("Once")
                .partOf(epic)
                .heldBy(LIN)
                .labelled("tale")
                .opens(feed, START, ADA);
        var story = List.of(
                new ItemMoved(item, "to-do", "in-progress"),
                new ItemAssigned(item, new MemberId(LIN), null),
                new ItemEstimated(item, null, new BigDecimal("1.5")),
                new ItemLabelled(item, "new"),
                new ItemUnlabelled(item, "tale"),
                new Commented(item, edited, "Frist"),
                new CommentEdited(item, edited, "First"),
                new Commented(item, removed, "Secret"),
                new CommentRemoved(item, removed),
                new ItemReparented(item, epic, null),
                new ItemLinked(item, LinkType.RELATES_TO, hidden),
                new ItemLinked(item, LinkType.DUPLICATES, epic),
                new ItemDeleted(item),
                new ItemRestored(item),
                new ItemSized(item, null, new BigDecimal("3")));
        for (int i = 0; i < story.size(); i++) feed.happens(START.plusSeconds(1 + i), ADA, story.get(i));
        feed.happens(START.minusSeconds(5), null, new ForeignFieldNoted(item, "status", "a", "b"));
        var wordy = Story.of(web, 3).titled("Wordy").described("Once").opens(feed, START, ADA);
        feed.happens(START.plusSeconds(1), ADA, new ItemDescribed(wordy, LONG));
        for (int i = 0; i < 30; i++)
            feed.happens(START.plusSeconds(2 + i), ADA, new Commented(wordy, new CommentId(UUID.randomUUID()), LONG));
        feed.happens(START.plusSeconds(60), ADA, new ItemDescribed(wordy, "Again"));
        feed.read();
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @Test
    void a_history_tells_who_did_what_oldest_first() {
        var items = reading.json("/api/tasks/WEB-2/history").path("items");
        assertThat(told(items))
                .containsExactly(
                        "ForeignFieldNoted status: \"a\" > \"b\"",
                        "ItemOpened kind: null > \"task\", title: null > \"Story\", description: null > \"Once\","
                                + " status: null > \"To do\", assignee: null > \"" + LIN + "\","
                                + " labels: null > \"tale\", parent: null > \"WEB-1\"",
                        "ItemMoved status: \"To do\" > \"In progress\"",
                        "ItemAssigned assignee: \"" + LIN + "\" > null",
                        "ItemEstimated estimateHours: null > 1.5",
                        "ItemLabelled labels: null > \"new\"",
                        "ItemUnlabelled labels: \"tale\" > null",
                        "Commented comment: null > \"Frist\"",
                        "CommentEdited comment: \"Frist\" > \"First\"",
                        "Commented comment: null > null",
                        "CommentRemoved comment: null > null",
                        "ItemReparented parent: \"WEB-1\" > null",
                        "ItemLinked relates-to: null > null",
                        "ItemLinked duplicates: null > \"WEB-1\"",
                        "ItemDeleted deleted: false > true",
                        "ItemRestored deleted: true > false",
                        "ItemSized points: null > 3");
        var opening = items.get(1);
        assertThat(opening.path("actor").asString()).isEqualTo(ADA.toString());
        assertThat(opening.path("source").asString()).isEqualTo("api");
        assertThat(opening.path("at").asString()).isEqualTo(START.toString());
        assertThat(opening.path("version").asLong()).isZero();
        assertThat(Instant.parse(opening.path("recordedAt").asString())).isAfter(START);
    }

    @Test
    void what_an_event_described_otherwise_before_is_told_by_the_event_before() {
        var items = reading.json("/api/tasks/WEB-3/history?limit=200").path("items");
        assertThat(told(items)).element(1).isEqualTo("ItemDescribed description: \"Once\" > \"" + SHOWN + "\"");
        assertThat(told(items)).last().isEqualTo("ItemDescribed description: \"" + SHOWN + "\" > \"Again\"");
    }

    @Test
    void long_texts_are_cut_and_the_entry_by_its_id_has_them_whole() {
        var items = reading.json("/api/tasks/WEB-3/history?limit=200").path("items");
        assertThat(items.valueStream().filter(entry -> entry.path("truncated").asBoolean()))
                .hasSize(items.size() - 1);
        assertThat(items.get(0).has("truncated")).isFalse();
        for (var place : List.of(1, 2, items.size() - 1)) {
            var whole = reading.json("/api/work-items/WEB-3/history/"
                    + items.get(place).path("id").asString());
            assertThat(whole.toString()).contains(LONG);
            assertThat(whole.has("truncated")).isFalse();
        }
        assertThat(reading.refusal(
                        "/api/tasks/WEB-2/history/" + items.get(1).path("id").asString()))
                .startsWith("404");
        assertThat(reading.refusal("/api/tasks/WEB-3/history/none")).startsWith("400");
    }

    @Test
    void a_page_of_comments_ends_where_it_would_be_too_much() {
        var pages = new ArrayList<Integer>();
        var next = "";
        do {
            var page = reading.json("/api/work-items/WEB-3/comments?limit=200&cursor=" + next);
            assertThat(page.toString().getBytes(UTF_8).length).isLessThan(1_300_000);
            pages.add(page.path("items").size());
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.stream().mapToInt(Integer::intValue).sum()).isEqualTo(30);
    }

    @Test
    void lists_have_no_descriptions() {
        var list = reading.json("/api/work-items?project=WEB").path("items");
        assertThat(list).hasSize(3).noneMatch(item -> item.has("description"));
        assertThat(reading.json("/api/work-items/WEB-3").path("description").asString())
                .isEqualTo("Again");
    }

    @Test
    void what_an_import_dates_before_the_opening_is_marked() {
        var items = reading.json("/api/tasks/WEB-2/history").path("items");
        assertThat(items.get(0).path("beforeOpening").asBoolean()).isTrue();
        assertThat(items.get(0).path("at").asString())
                .isEqualTo(START.minusSeconds(5).toString());
        assertThat(items.get(0).path("actor").isNull()).isTrue();
        assertThat(items.get(1).path("beforeOpening").isNull()).isTrue();
        assertThat(reading.refusal("/api/tasks/WEB-2?at=" + START.minusSeconds(1)))
                .startsWith("404");
    }

    @Test
    void a_history_comes_page_by_page() {
        var whole = told(reading.json("/api/tasks/WEB-2/history").path("items"));
        var pages = new ArrayList<String>();
        var next = "";
        do {
            var page = reading.json("/api/work-items/WEB-2/history?limit=3&cursor=" + next);
            pages.addAll(told(page.path("items")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void a_history_ends_at_the_instant_that_is_asked_for() {
        assertThat(reading.json("/api/tasks/WEB-2/history?at=" + START.plusSeconds(1))
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void a_comment_shows_its_last_words_and_a_removed_one_none() {
        var comments = reading.json("/api/tasks/WEB-2/comments").path("items");
        assertThat(comments.size()).isEqualTo(2);
        assertThat(comments.get(0).path("id").asString()).isEqualTo(edited.toString());
        assertThat(comments.get(0).path("author").asString()).isEqualTo(ADA.toString());
        assertThat(comments.get(0).path("text").asString()).isEqualTo("First");
        assertThat(comments.get(0).path("edits").asInt()).isEqualTo(1);
        assertThat(comments.get(0).path("editedAt").asString())
                .isEqualTo(START.plusSeconds(7).toString());
        assertThat(comments.get(1).path("removed").asBoolean()).isTrue();
        assertThat(comments.get(1).path("text").isNull()).isTrue();
    }

    @Test
    void comments_are_as_they_were_then() {
        var then = reading.json("/api/tasks/WEB-2/comments?at=" + START.plusSeconds(6))
                .path("items");
        assertThat(then.size()).isEqualTo(1);
        assertThat(then.get(0).path("text").asString()).isEqualTo("Frist");
        assertThat(then.get(0).path("edits").asInt()).isZero();
    }

    @Test
    void comments_come_page_by_page() {
        var page = reading.json("/api/tasks/WEB-2/comments?limit=1");
        assertThat(page.at("/items/0/id").asString()).isEqualTo(edited.toString());
        var next = reading.json(
                "/api/tasks/WEB-2/comments?limit=1&cursor=" + page.path("next").asString());
        assertThat(next.at("/items/0/id").asString()).isEqualTo(removed.toString());
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void the_history_of_a_hidden_item_or_of_another_kind_is_not_there() {
        assertThat(reading.refusal("/api/tasks/SEC-1/history")).startsWith("404 not-found");
        assertThat(reading.refusal("/api/issues/WEB-2/history")).startsWith("404 not-found");
        assertThat(reading.refusal("/api/issues/WEB-2/comments")).startsWith("404 not-found");
        assertThat(reading.refusal("/api/tasks/WEB-2/history?cursor=WyJhIiwiYiJd"))
                .startsWith("400 ");
    }

    private static List<String> told(JsonNode items) {
        var told = new ArrayList<String>();
        for (var item : items) {
            var changes = new ArrayList<String>();
            for (var change : item.path("changes"))
                changes.add("%s: %s > %s"
                        .formatted(change.path("field").asString(), change.path("from"), change.path("to")));
            told.add(item.path("type").asString() + " " + String.join(", ", changes));
        }
        return told;
    }
}
