package ilgam.member.calendars;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import ilgam.member.calendar.Cycle;
import ilgam.member.calendar.Rhythm;
import ilgam.member.calendars.Rhythms.Dated;

import static org.assertj.core.api.Assertions.assertThat;

class RhythmsTest {

    private static final Rhythm USUAL = rhythm(7);
    private static final Rhythm FIRST = rhythm(14);
    private static final Rhythm SECOND = rhythm(21);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final Rhythms rhythms = new Rhythms(USUAL, List.of(new Dated(FEBRUARY, FIRST), new Dated(APRIL, SECOND)));

    @Test
    void each_day_has_the_rhythm_that_took_effect_last() {
        assertThat(rhythms.on(FEBRUARY.minusDays(1)).rhythm()).isEqualTo(USUAL);
        assertThat(rhythms.on(FEBRUARY).rhythm()).isEqualTo(FIRST);
        assertThat(rhythms.on(APRIL.minusDays(1)).rhythm()).isEqualTo(FIRST);
        assertThat(rhythms.on(APRIL).rhythm()).isEqualTo(SECOND);
        assertThat(rhythms.on(APRIL.plusYears(1)).rhythm()).isEqualTo(SECOND);
    }

    @Test
    void a_new_rhythm_cuts_the_cycle_before_it_short_and_begins_one() {
        assertThat(rhythms.cycle(FEBRUARY.minusDays(1)).to()).isEqualTo(FEBRUARY.minusDays(1));
        assertThat(rhythms.cycle(FEBRUARY).from()).isEqualTo(FEBRUARY);
        assertThat(rhythms.cycle(APRIL.minusDays(1)).to()).isEqualTo(APRIL.minusDays(1));
    }

    @Test
    void cycles_lie_end_to_end_before_the_first_one_too() {
        var before = FIRST.cycle(LocalDate.of(2026, 1, 6));

        assertThat(before).isEqualTo(new Cycle(LocalDate.of(2025, 12, 24), LocalDate.of(2026, 1, 6)));
        assertThat(FIRST.cycle(LocalDate.of(2025, 12, 24))).isEqualTo(before);
    }

    private static Rhythm rhythm(int days) {
        return new Rhythm(LocalDate.of(2026, 1, 7), days, List.of(DayOfWeek.MONDAY), new BigDecimal(8), "UTC");
    }
}
