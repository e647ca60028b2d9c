package ilgam.member.time.calendars;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import ilgam.member.language.CyclePeriod;
import ilgam.member.time.calendar.WorkCycle;
import ilgam.member.time.calendars.WorkCycles.Dated;

import static ilgam.member.language.CyclePeriod.Which.LAST;
import static ilgam.member.language.CyclePeriod.Which.NEXT;
import static ilgam.member.language.CyclePeriod.Which.THIS;
import static org.assertj.core.api.Assertions.assertThat;

class WorkCyclesTest {

    private static final WorkCycle USUAL = WorkCycle.usual("UTC");
    private static final WorkCycle FIRST = workCycle(14);
    private static final WorkCycle SECOND = workCycle(21);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final WorkCycles workCycles =
            new WorkCycles(USUAL, List.of(new Dated(FEBRUARY, FIRST), new Dated(APRIL, SECOND)));

    @Test
    void each_day_has_the_work_cycle_that_took_effect_last() {
        assertThat(workCycles.on(FEBRUARY.minusDays(1)).workCycle()).isEqualTo(USUAL);
        assertThat(workCycles.on(FEBRUARY).workCycle()).isEqualTo(FIRST);
        assertThat(workCycles.on(APRIL.minusDays(1)).workCycle()).isEqualTo(FIRST);
        assertThat(workCycles.on(APRIL).workCycle()).isEqualTo(SECOND);
        assertThat(workCycles.on(APRIL.plusYears(1)).workCycle()).isEqualTo(SECOND);
    }

    @Test
    void future_work_cycles_are_listed_in_order() {
        assertThat(workCycles.after(FEBRUARY.minusDays(1)))
                .extracting(Dated::effectiveFrom)
                .containsExactly(FEBRUARY, APRIL);
        assertThat(workCycles.after(FEBRUARY)).extracting(Dated::workCycle).containsExactly(SECOND);
        assertThat(workCycles.after(APRIL)).isEmpty();
    }

    @Test
    void a_new_work_cycle_cuts_the_current_cycle_short_and_begins_one() {
        assertThat(workCycles.cycle(LAST, FEBRUARY)).isEqualTo(cycle("2026-01-26", "2026-01-31"));
        assertThat(workCycles.cycle(THIS, FEBRUARY)).isEqualTo(cycle("2026-02-01", "2026-02-03"));
        assertThat(workCycles.cycle(NEXT, FEBRUARY)).isEqualTo(cycle("2026-02-04", "2026-02-17"));
    }

    @Test
    void a_work_cycle_begins_with_the_day_in_its_own_zone() {
        var east = new WorkCycle(FEBRUARY, 7, List.of(DayOfWeek.MONDAY), new BigDecimal(8), "Pacific/Kiritimati");
        var moved = new WorkCycles(USUAL, List.of(new Dated(FEBRUARY, east)));

        assertThat(moved.today(Instant.parse("2026-01-31T09:00:00Z"))).isEqualTo(FEBRUARY.minusDays(1));
        assertThat(moved.today(Instant.parse("2026-01-31T11:00:00Z"))).isEqualTo(FEBRUARY);
    }

    private static CyclePeriod cycle(String from, String to) {
        return new CyclePeriod(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static WorkCycle workCycle(int days) {
        return new WorkCycle(LocalDate.of(2026, 1, 7), days, List.of(DayOfWeek.MONDAY), new BigDecimal(8), "UTC");
    }
}
