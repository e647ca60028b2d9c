package ilgam.work.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemId;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.ProjectArchived;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MyWorkReadsTest {

    private static final Instant START = NOW.minus(Duration.ofDays(100));

    private final Reading reading = new Reading();

    @BeforeAll
    void ada_has_work() {
        var feed = reading.feed;
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        var secret = reading.project("SEC", Visibility.PRIVATE, START, EVE);
        var old = reading.project("OLD", Visibility.OPEN, START, EVE);
        Story.of(web, 1).heldBy(ADA).from(ADA).due("2026-11-17").opens(feed, START, ADA);
        Story.of(web, 2).heldBy(ADA).due("2026-11-10").opens(feed, START, ADA);
        Story.of(web, 3).heldBy(ADA).due("2026-11-18").opens(feed, START, ADA);
        Story.of(web, 4)
                .heldBy(ADA)
                .due("2026-11-18")
                .prioritised(Priority.URGENT)
                .issue()
                .opens(feed, START, ADA);
        Story.of(web, 5).heldBy(ADA).due("2026-11-22").opens(feed, START, ADA);
        Story.of(web, 6).heldBy(ADA).due("2026-11-30").opens(feed, START, ADA);
        Story.of(web, 7).heldBy(ADA).opens(feed, START, ADA);
        Story.of(web, 8).heldBy(LIN).from(ADA).issue().opens(feed, START, ADA);
        Story.of(web, 9).heldBy(LIN).due("2026-11-18").opens(feed, START, ADA);
        Story.of(secret, 1).heldBy(ADA).opens(feed, START, EVE);
        Story.of(old, 1).heldBy(ADA).opens(feed, START, EVE);
        feed.happens(START, EVE, new ProjectArchived(old));
        var deleted = Story.of(web, 10).heldBy(ADA).opens(feed, START, ADA);
        feed.happens(START, ADA, new ItemDeleted(deleted));
        var finished = Story.of(web, 11).heldBy(ADA).from(ADA).due("2026-11-01").opens(feed, START, ADA);
        done(feed, finished, Duration.ofDays(13));
        done(feed, Story.of(web, 12).heldBy(ADA).opens(feed, START, ADA), Duration.ofDays(1));
        done(feed, Story.of(web, 13).heldBy(ADA).opens(feed, START, ADA), Duration.ofDays(15));
        done(feed, Story.of(web, 14).heldBy(LIN).opens(feed, START, ADA), Duration.ofDays(1));
        var dropped = Story.of(web, 15).heldBy(ADA).opens(feed, START, ADA);
        feed.happens(NOW.minusSeconds(9), ADA, new ItemMoved(dropped, "to-do", "cancelled"));
        feed.read();
    }

    private static void done(Feed feed, ItemId item, Duration ago) {
        feed.happens(NOW.minus(ago), ADA, new ItemMoved(item, "to-do", "done"));
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @ParameterizedTest
    @CsvSource({
        "overdue, WEB-2 WEB-1",
        "today, WEB-4 WEB-3",
        "thisCycle, WEB-5",
        "later, WEB-6",
        "undated, WEB-7",
        "reported, WEB-8",
        "recentlyDone, WEB-12 WEB-11",
    })
    void my_work_is_sorted_by_how_soon_it_is_due(String section, String keys) {
        var mine = reading.json("/api/my-work").path(section);
        assertThat(Reading.keys(mine.path("items"))).isEqualTo(List.of(keys.split(" ")));
        assertThat(mine.path("total").asInt()).isEqualTo(keys.split(" ").length);
    }

    @ParameterizedTest
    @CsvSource({
        "last, overdue, WEB-2",
        "last, today, ''",
        "last, undated, ''",
        "last, recentlyDone, WEB-11 WEB-13",
        "this, overdue, WEB-1",
        "this, today, WEB-4 WEB-3",
        "this, thisCycle, WEB-5",
        "this, later, ''",
        "this, undated, ''",
        "this, reported, ''",
        "this, recentlyDone, WEB-12",
        "next, overdue, ''",
        "next, later, WEB-6",
        "next, recentlyDone, ''",
    })
    void the_work_of_a_cycle_is_what_is_due_and_what_was_done_in_it(String cycle, String section, String keys) {
        var mine = reading.json("/api/my-work?cycle=" + cycle).path(section);
        assertThat(String.join(" ", Reading.keys(mine.path("items")))).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/my-work", "/api/my-work?cycle=this", "/api/my-work?cycle=last"})
    void no_item_is_in_two_sections(String path) {
        var keys = reading.json(path).properties().stream()
                .flatMap(section -> Reading.keys(section.getValue().path("items")).stream())
                .toList();
        assertThat(keys).contains("WEB-" + (path.endsWith("last") ? 2 : 1)).doesNotHaveDuplicates();
    }

    @Test
    void there_is_no_other_cycle() {
        assertThat(reading.refusal("/api/my-work?cycle=then"))
                .isEqualTo("400 bad-parameter: Parameter \"cycle\": \"then\" must be one of last, this, next.");
    }

    @Test
    void a_day_starts_where_the_member_is() {
        var mine = reading.json("/api/my-work?tz=Pacific/Kiritimati");
        assertThat(mine.path("day").asString()).isEqualTo("2026-11-19");
        assertThat(Reading.keys(mine.at("/overdue/items"))).containsExactly("WEB-2", "WEB-1", "WEB-4", "WEB-3");
        assertThat(mine.at("/today/total").asInt()).isZero();
    }

    @Test
    void a_section_shows_fifty_and_says_how_many_there_are() {
        try (var busy = new Reading()) {
            var web = busy.project("WEB", Visibility.OPEN, START, ADA);
            for (int i = 1; i <= 60; i++) Story.of(web, i).heldBy(ADA).opens(busy.feed, START, ADA);
            busy.feed.read();
            var undated = busy.json("/api/my-work").path("undated");
            assertThat(undated.path("items").size()).isEqualTo(50);
            assertThat(undated.path("total").asInt()).isEqualTo(60);
        }
    }

    @Test
    void unknown_parameters_are_refused() {
        assertThat(reading.refusal("/api/my-work?at=2026-01-01T00:00:00Z")).startsWith("400 bad-parameter");
    }
}
