package ilgam.member.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** 2026-11-16 is the Monday on which a cycle of the default rule starts. */
class CycleRulesTest {

    @Test
    void the_default_cycle_is_two_weeks_from_a_monday() {
        var cycles = new CycleRules(List.of());

        assertThat(cycles.on(day(23))).isEqualTo(cycle(16, 29));
        assertThat(cycles.before(cycles.on(day(23)))).isEqualTo(cycle(2, 15));
    }

    @Test
    void another_length_cuts_the_running_cycle_short_and_begins_one() {
        var cycles = new CycleRules(List.of(rule(18, 18, 7, "UTC")));

        assertThat(cycles.on(day(17))).isEqualTo(cycle(16, 17));
        assertThat(cycles.on(day(18))).isEqualTo(cycle(18, 24));
    }

    @Test
    void another_first_day_cuts_the_running_cycle_short_and_begins_one() {
        var cycles = new CycleRules(List.of(rule(2, 2, 7, "UTC"), rule(12, 11, 7, "UTC")));

        assertThat(cycles.on(day(10))).isEqualTo(cycle(9, 11));
        assertThat(cycles.on(day(12))).isEqualTo(cycle(12, 17));
        assertThat(cycles.on(day(18))).isEqualTo(cycle(18, 24));
    }

    @Test
    void a_change_that_keeps_the_cycles_leaves_the_running_one_whole() {
        var hoursChanged = new CycleRules(List.of(rule(2, 2, 7, "UTC"), rule(12, 2, 7, "UTC")));
        var zoneChanged = new CycleRules(List.of(rule(2, 2, 7, "UTC"), rule(12, 9, 7, "Asia/Seoul")));
        var likeTheUsual = new CycleRules(List.of(rule(20, 30, 14, "Asia/Seoul")));

        assertThat(hoursChanged.on(day(12))).isEqualTo(cycle(9, 15));
        assertThat(zoneChanged.on(day(11))).isEqualTo(cycle(9, 15));
        assertThat(zoneChanged.on(day(12))).isEqualTo(cycle(9, 15));
        assertThat(likeTheUsual.on(day(19))).isEqualTo(cycle(16, 29));
        assertThat(likeTheUsual.on(day(20))).isEqualTo(cycle(16, 29));
    }

    @Test
    void cycles_are_contiguous() {
        var cycles = new CycleRules(List.of(rule(3, 3, 5, "UTC"), rule(9, 3, 5, "UTC"), rule(14, 1, 3, "UTC")));

        var cycle = cycles.on(day(1).minusYears(1));
        while (cycle.to().isBefore(day(1).plusYears(1))) {
            var next = cycles.after(cycle);
            assertThat(next.from()).isEqualTo(cycle.to().plusDays(1));
            assertThat(cycles.before(next)).isEqualTo(cycle);
            assertThat(cycles.on(next.to())).isEqualTo(next);
            cycle = next;
        }
    }

    @Test
    void today_follows_the_zone_of_the_latest_begun_rule() {
        var cycles = new CycleRules(List.of(rule(2, 2, 7, "Asia/Seoul"), rule(24, 24, 7, "America/New_York")));

        assertThat(cycles.today(Instant.parse("2026-11-10T16:00:00Z"), ZoneOffset.UTC))
                .isEqualTo(day(11));
        assertThat(cycles.today(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC))
                .isEqualTo(day(24));
    }

    private static CycleRule rule(int effectiveFrom, int startsOn, int length, String zone) {
        return new CycleRule(day(effectiveFrom), day(startsOn), length, zone);
    }

    private static CyclePeriod cycle(int from, int to) {
        return new CyclePeriod(day(from), day(to));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 11, day);
    }
}
