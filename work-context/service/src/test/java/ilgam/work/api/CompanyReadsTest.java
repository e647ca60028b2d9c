package ilgam.work.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.member.language.WorkCalendarEvent;
import ilgam.member.language.WorkCalendarEvent.WorkCycleCancelled;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.work.Feed;
import ilgam.work.Story;
import ilgam.work.language.Visibility;

import static ilgam.work.api.Reading.ADA;
import static ilgam.work.api.Reading.EVE;
import static ilgam.work.api.Reading.LIN;
import static ilgam.work.api.Reading.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists by teams and by the caller's own work cycle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyReadsTest {

    private static final TeamId SHOP = new TeamId(UUID.fromString("0197a000-0000-7000-8000-0000000000f1"));
    private static final UUID BEA = UUID.fromString("0197a000-0000-7000-8000-0000000000be");
    private static final TeamId GONE = new TeamId(UUID.fromString("0197a000-0000-7000-8000-0000000000f2"));
    private static final Instant START = NOW.minus(Duration.ofDays(100));

    private final Reading reading = new Reading();

    @BeforeAll
    void teams_and_cycles_changed() {
        var web = reading.project("WEB", Visibility.OPEN, START, ADA);
        Story.of(web, 1).heldBy(ADA).due("2026-11-19").opens(reading.feed, START, ADA);
        Story.of(web, 2).heldBy(LIN).due("2026-11-22").opens(reading.feed, START, ADA);
        Story.of(web, 3).heldBy(EVE).due("2026-11-26").opens(reading.feed, START, ADA);
        Story.of(web, 4).due("2026-11-13").opens(reading.feed, START, ADA);
        teams(90, new TeamFormed(SHOP, "Shop", new MemberId(ADA)));
        teams(80, new JoinedTeam(SHOP, new MemberId(LIN)));
        teams(50, new LeftTeam(SHOP, new MemberId(ADA)));
        teams(20, new JoinedTeam(SHOP, new MemberId(EVE)));
        teams(90, new TeamFormed(GONE, "Gone", new MemberId(ADA)));
        teams(10, new TeamDisbanded(GONE));
        cycle(ADA, "2026-09-02", "2026-09-02", 14);
        cycle(ADA, "2026-11-11", "2026-11-11", 7);
        cycle(ADA, "2026-11-23", "2026-11-23", 3);
        cycle(EVE, "2026-11-16", "2026-11-16", 7, "Asia/Seoul");
        cycle(LIN, "2026-11-12", "2026-11-09", 14);
        cycle(LIN, "2026-11-18", "2026-10-26", 14, "Asia/Seoul");
        cycle(BEA, "2026-11-09", "2026-11-09", 14);
        cycle(BEA, "2026-11-25", "2026-11-25", 3);
        calendar(BEA, new WorkCycleCancelled(new MemberId(BEA), LocalDate.parse("2026-11-25")));
        reading.feed.read();
    }

    @AfterAll
    void close() {
        reading.close();
    }

    @Test
    void the_work_of_a_team_is_that_of_its_members() {
        assertThat(keys("team=" + SHOP)).containsExactlyInAnyOrder("WEB-2", "WEB-3");
    }

    @Test
    void the_work_of_a_team_at_an_instant_is_that_of_its_members_then() {
        assertThat(keys("team=" + SHOP + "&at=" + ago(85))).containsExactly("WEB-1");
        assertThat(keys("team=" + SHOP + "&at=" + ago(60))).containsExactlyInAnyOrder("WEB-1", "WEB-2");
        assertThat(keys("team=" + SHOP + "&at=" + ago(40))).containsExactly("WEB-2");
    }

    @Test
    void a_disbanded_team_has_work_in_the_past_only() {
        assertThat(keys("team=" + GONE)).isEmpty();
        assertThat(keys("team=" + GONE + "&at=" + ago(11))).containsExactly("WEB-1");
    }

    @Test
    void the_work_of_several_teams_is_that_of_any_of_them() {
        assertThat(keys("team=" + SHOP + "," + GONE + "&at=" + ago(40))).containsExactlyInAnyOrder("WEB-1", "WEB-2");
    }

    @Test
    void a_team_that_is_not_there_has_no_work() {
        assertThat(keys("team=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_work_cycle_is_the_callers_own() {
        assertThat(keys("cycle=last")).containsExactly("WEB-4");
        assertThat(keys("cycle=this")).containsExactlyInAnyOrder("WEB-1", "WEB-2");
    }

    @Test
    void a_new_work_cycle_cuts_the_last_cycle_of_the_one_before_short() {
        assertThat(keys("cycle=next")).isEmpty();
        assertThat(keys("cycle=next&at=2026-11-22T00:00:00Z")).isEmpty();
        assertThat(keys("cycle=this&at=2026-11-26T00:00:00Z")).containsExactly("WEB-3");
    }

    @Test
    void the_past_has_the_work_cycle_that_was_in_effect_then() {
        assertThat(keys("cycle=this&at=2026-11-10T00:00:00Z&due=2026-11-13..2026-11-13"))
                .isEmpty();
        assertThat(reading.as(Feed.member(LIN)).keys("/api/work-items?cycle=this"))
                .contains("WEB-1");
        reading.as(Feed.member(ADA));
    }

    @Test
    void a_cycle_begins_with_the_day_where_it_is_at_home() {
        reading.as(Feed.member(EVE));

        assertThat(keys("cycle=this&at=2026-11-22T16:00:00Z")).containsExactly("WEB-3");
        assertThat(keys("cycle=this&at=2026-11-22T14:00:00Z")).containsExactlyInAnyOrder("WEB-1", "WEB-2");
        assertThat(keys("cycle=this&at=2026-11-22T16:00:00Z&tz=America/New_York"))
                .containsExactly("WEB-3");

        reading.as(Feed.member(ADA));
    }

    @Test
    void the_first_cycle_begins_with_the_day_where_it_is_at_home() {
        reading.as(Feed.member(EVE));

        assertThat(keys("cycle=last&at=2026-11-15T16:00:00Z")).containsExactly("WEB-4");
        assertThat(keys("cycle=this&at=2026-11-15T16:00:00Z")).containsExactlyInAnyOrder("WEB-1", "WEB-2");
        assertThat(keys("cycle=this&at=2026-11-15T14:00:00Z")).containsExactly("WEB-4");

        reading.as(Feed.member(ADA));
    }

    @Test
    void the_days_of_a_list_are_those_of_the_assignee_or_of_the_asked_time_zone() {
        reading.as(Feed.member(EVE));

        assertThat(keys("due=today&at=2026-11-21T16:00:00Z")).containsExactly("WEB-2");
        assertThat(keys("due=today&at=2026-11-21T16:00:00Z&tz=UTC")).isEmpty();
        assertThat(keys("due=today&at=2026-11-21T16:00:00Z&tz=Asia/Seoul")).containsExactly("WEB-2");

        reading.as(Feed.member(ADA));
    }

    @Test
    void a_change_of_hours_or_zone_leaves_the_running_cycle_whole() {
        reading.as(Feed.member(LIN));

        assertThat(keys("cycle=this")).containsExactlyInAnyOrder("WEB-1", "WEB-2", "WEB-4");
        assertThat(keys("cycle=next")).containsExactly("WEB-3");

        reading.as(Feed.member(ADA));
    }

    @Test
    void a_cycle_that_was_cancelled_never_begins() {
        reading.as(Feed.member(BEA));

        assertThat(keys("cycle=this&at=2026-11-26T00:00:00Z")).containsExactly("WEB-3");
        assertThat(keys("cycle=last&at=2026-11-26T00:00:00Z")).containsExactlyInAnyOrder("WEB-1", "WEB-2", "WEB-4");

        reading.as(Feed.member(ADA));
    }

    @Test
    void my_work_is_of_the_callers_own_cycle() {
        assertThat(cycleOf("")).isEqualTo("2026-11-18..2026-11-22");
        assertThat(cycleOf("?cycle=this")).isEqualTo("2026-11-18..2026-11-22");
        assertThat(cycleOf("?cycle=last")).isEqualTo("2026-11-11..2026-11-17");
        assertThat(cycleOf("?cycle=next")).isEqualTo("2026-11-23..2026-11-25");
    }

    private String cycleOf(String query) {
        var cycle = reading.json("/api/my-work" + query).path("cycle");
        return cycle.path("from").asString() + ".." + cycle.path("to").asString();
    }

    private List<String> keys(String query) {
        return reading.keys("/api/work-items?" + query);
    }

    private static String ago(int days) {
        return NOW.minus(Duration.ofDays(days)).toString();
    }

    private void teams(int daysAgo, TeamEvent event) {
        reading.feed.happens(
                NOW.minus(Duration.ofDays(daysAgo)), ADA, "api", event.team().value(), event);
    }

    private void cycle(UUID member, String from, String startsOn, int days) {
        cycle(member, from, startsOn, days, "UTC");
    }

    private void cycle(UUID member, String from, String startsOn, int days, String zone) {
        var set = new WorkCycleSet(
                new MemberId(member),
                LocalDate.parse(from),
                LocalDate.parse(startsOn),
                days,
                List.of(DayOfWeek.MONDAY),
                BigDecimal.valueOf(8),
                zone);
        calendar(member, set);
    }

    private void calendar(UUID member, WorkCalendarEvent event) {
        reading.feed.happens(START, member, "web", UUID.nameUUIDFromBytes(new byte[] {1}), event);
    }
}
