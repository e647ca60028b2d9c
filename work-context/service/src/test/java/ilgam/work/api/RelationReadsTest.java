package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemTied;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static ilgam.work.language.LinkType.BLOCKS;
import static ilgam.work.language.LinkType.DUPLICATES;
import static ilgam.work.language.LinkType.RELATES_TO;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelationReadsTest {

    private static final Instant START = NOW.minus(Duration.ofDays(10));

    private final Reading reading = new Reading();

    @BeforeAll
    void a_company_ties_its_work() {
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        var secret = reading.project("SEC", Visibility.PRIVATE, START, EVE);
        var whole = opens(Story.of(web, 1).titled("The whole"), 1);
        var hub = opens(Story.of(web, 2).titled("The hub").partOf(whole), 2);
        var part = opens(Story.of(web, 10).titled("A part").partOf(hub).heldBy(LIN), 3);
        var later = opens(Story.of(web, 3).titled("A later part"), 3);
        var bug = opens(Story.of(web, 4).titled("A bug").issue().about(hub), 4);
        var other = opens(Story.of(web, 5).titled("Another"), 5);
        var mistake = opens(Story.of(web, 6).titled("A mistake").partOf(hub), 6);
        var hidden = opens(Story.of(secret, 1).titled("Hidden").partOf(hub), 7);
        happens(
                100,
                new ItemLinked(hub, BLOCKS, other),
                new ItemLinked(other, BLOCKS, part),
                new ItemLinked(bug, DUPLICATES, hub),
                new ItemLinked(hub, RELATES_TO, later),
                new ItemLinked(hidden, BLOCKS, hub));
        happens(
                200,
                new ItemRenamed(other, "Another", "Another one"),
                new ItemMoved(other, "to-do", "in-progress"),
                new ItemReparented(later, null, hub),
                new ItemDeleted(mistake));
        happens(300, new ItemUnlinked(hub, BLOCKS, other), new ItemTied(bug, hub, part));
        happens(400, new ItemLinked(hub, BLOCKS, other), new ItemLinked(hidden, RELATES_TO, hub));
        happens(450, new ItemDeleted(hidden));
        happens(470, new ItemRestored(hidden));
        reading.feed.read();
    }

    private ItemId opens(Story story, int second) {
        return story.opens(reading.feed, START.plusSeconds(second), ADA);
    }

    private void happens(int second, ItemEvent... events) {
        for (var event : events) reading.feed.happens(START.plusSeconds(second), ADA, event);
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
            value = {
                "WEB-1  |     | children WEB-2",
                "WEB-2  |     | parent WEB-1, children WEB-3 WEB-10, blocks WEB-5, relatesTo WEB-3, duplicatedBy WEB-4, hidden 3",
                "WEB-3  |     | parent WEB-2, relatesTo WEB-2",
                "WEB-4  |     | task WEB-10, duplicates WEB-2",
                "WEB-5  |     | blocks WEB-10, blockedBy WEB-2",
                "WEB-10 |     | parent WEB-2, issues WEB-4, blockedBy WEB-5",
                "WEB-2  |   2 | parent WEB-1",
                "WEB-2  |   6 | parent WEB-1, children WEB-6 WEB-10, issues WEB-4",
                "WEB-2  | 199 | parent WEB-1, children WEB-6 WEB-10, issues WEB-4, blocks WEB-5, relatesTo WEB-3, duplicatedBy WEB-4, hidden 2",
                "WEB-2  | 300 | parent WEB-1, children WEB-3 WEB-10, relatesTo WEB-3, duplicatedBy WEB-4, hidden 2",
                "WEB-2  | 460 | parent WEB-1, children WEB-3 WEB-10, blocks WEB-5, relatesTo WEB-3, duplicatedBy WEB-4",
                "WEB-3  | 199 | relatesTo WEB-2",
                "WEB-4  | 299 | task WEB-2, duplicates WEB-2",
            })
    void an_item_is_tied_as_it_was_at_any_instant(String key, @Nullable Integer second, String expected) {
        assertThat(told(relations(key, second))).isEqualTo(expected);
    }

    @Test
    void others_are_named_and_described_as_they_were() {
        var now = relations("WEB-2", null).at("/blocks/0");
        assertThat(now.path("title").asString()).isEqualTo("Another one");
        assertThat(now.path("status").asString()).isEqualTo("In progress");
        assertThat(now.path("category").asString()).isEqualTo("doing");
        assertThat(now.path("kind").asString()).isEqualTo("task");
        assertThat(now.path("assignee").isNull()).isTrue();
        var before = relations("WEB-2", 199).at("/blocks/0");
        assertThat(before.path("title").asString()).isEqualTo("Another");
        assertThat(before.path("status").asString()).isEqualTo("To do");
        assertThat(relations("WEB-5", null).at("/blocks/0/assignee").asString()).isEqualTo(LIN.toString());
        assertThat(relations("WEB-2", null).at("/duplicatedBy/0/kind").asString())
                .isEqualTo("issue");
    }

    @Test
    void who_may_see_a_private_project_sees_what_is_tied_to_it() {
        reading.as(Feed.admin(EVE));
        assertThat(told(relations("WEB-2", null)))
                .contains("children SEC-1 WEB-3 WEB-10", "blockedBy SEC-1", "relatesTo SEC-1 WEB-3")
                .doesNotContain("hidden");
        reading.as(Feed.member(ADA));
        assertThat(relations("WEB-2", null).toString()).doesNotContain("SEC-1", "Hidden");
    }

    @Test
    void relations_are_found_where_the_item_is() {
        assertThat(told(reading.json("/api/tasks/WEB-2/relations"))).startsWith("parent WEB-1");
        assertThat(told(reading.json("/api/issues/WEB-4/relations"))).startsWith("task WEB-10");
        assertThat(reading.refusal("/api/issues/WEB-2/relations")).startsWith("404 not-found");
        assertThat(reading.refusal("/api/work-items/SEC-1/relations")).startsWith("404 not-found");
        assertThat(reading.refusal("/api/work-items/WEB-2/relations?at=" + START))
                .startsWith("404 not-found");
        assertThat(reading.refusal("/api/work-items/WEB-6/relations")).startsWith("404 deleted");
        assertThat(told(relations("WEB-6", 199))).isEqualTo("parent WEB-2");
        assertThat(reading.refusal("/api/work-items/WEB-2/relations?since=1")).startsWith("400 bad-parameter");
    }

    /** A second import may bring what happened long before. */
    @Test
    void links_hold_by_when_they_were_made_in_whichever_order_they_come() {
        var late = reading.project("LATE", Visibility.OPEN, START, ADA);
        var one = opens(Story.of(late, 1), 50);
        var two = opens(Story.of(late, 2), 10);
        happens(90, new ItemLinked(one, BLOCKS, two));
        happens(70, new ItemUnlinked(one, BLOCKS, two));
        happens(60, new ItemLinked(one, BLOCKS, two));
        happens(20, new ItemUnlinked(one, DUPLICATES, two));
        happens(30, new ItemLinked(one, DUPLICATES, two));
        happens(25, new ItemUnlinked(one, DUPLICATES, two), new ItemLinked(one, RELATES_TO, two));
        happens(25, new ItemLinked(two, RELATES_TO, one));
        var events = reading.feed.take();
        for (var event : events) reading.feed.read(List.of(event));
        reading.feed.read(events);

        assertThat(told(relations("LATE-2", 49))).isEmpty();
        assertThat(told(relations("LATE-1", 50))).isEqualTo("relatesTo LATE-2");
        assertThat(told(relations("LATE-1", 60))).isEqualTo("blocks LATE-2, relatesTo LATE-2");
        assertThat(told(relations("LATE-1", 89))).isEqualTo("relatesTo LATE-2");
        assertThat(told(relations("LATE-2", null))).isEqualTo("blockedBy LATE-1, relatesTo LATE-1");
    }

    @Test
    void a_list_has_200_at_most_and_says_how_many_more_there_are() {
        var big = reading.project("BIG", Visibility.OPEN, START, ADA);
        var whole = opens(Story.of(big, 1), 1);
        for (int number = 2; number <= 212; number++) parts(big, number, whole);
        reading.feed.read();

        var relations = relations("BIG-1", null);

        assertThat(Reading.keys(relations.path("children")))
                .hasSize(200)
                .startsWith("BIG-2")
                .endsWith("BIG-201");
        assertThat(relations.at("/more/children").asInt()).isEqualTo(11);
        assertThat(relations.at("/more/issues").asInt()).isZero();
    }

    private void parts(ProjectId project, int number, ItemId whole) {
        opens(Story.of(project, number).partOf(whole), 2);
    }

    private JsonNode relations(String key, @Nullable Integer second) {
        return reading.json(
                "/api/work-items/" + key + "/relations" + (second == null ? "" : "?at=" + START.plusSeconds(second)));
    }

    /** What is not empty, by keys. */
    private static String told(JsonNode relations) {
        var told = new ArrayList<String>();
        for (var relation : relations.properties())
            switch (relation.getKey()) {
                case "more" -> {}
                case "hidden" -> {
                    if (relation.getValue().asInt() > 0) told.add("hidden " + relation.getValue());
                }
                case "parent", "task" -> {
                    if (!relation.getValue().isNull())
                        told.add(relation.getKey() + " "
                                + relation.getValue().path("key").asString());
                }
                default -> {
                    if (!relation.getValue().isEmpty())
                        told.add(relation.getKey() + " " + String.join(" ", Reading.keys(relation.getValue())));
                }
            }
        return String.join(", ", told);
    }
}
