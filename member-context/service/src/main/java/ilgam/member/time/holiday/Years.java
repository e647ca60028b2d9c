package ilgam.member.time.holiday;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The years whose holidays are computed: from last year to three years ahead. Holidays of earlier years stay as they
 * were set.
 */
record Years(int first, int last) {

    static Years at(Clock clock) {
        var year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        return new Years(year - 1, year + 3);
    }

    LocalDate firstDay() {
        return LocalDate.of(first, 1, 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(last, 12, 31);
    }
}
