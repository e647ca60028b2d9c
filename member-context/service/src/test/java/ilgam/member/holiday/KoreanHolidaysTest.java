package ilgam.member.holiday;

import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ilgam.member.language.HolidayEvent.Holiday;

import static org.assertj.core.api.Assertions.assertThat;

/** Against the days in the official calendars (월력요항), with elections and days that the cabinet gave. */
class KoreanHolidaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024 | 01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25
            2025 | 01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25
            2026 | 01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25
            2027 | 01-01 02-06 02-07 02-08 02-09 03-01 05-01 05-03 05-05 05-13 06-06 07-17 07-19 08-15 08-16 09-14 09-15 09-16 10-03 10-04 10-09 10-11 12-25 12-27
            2028 | 01-01 01-26 01-27 01-28 03-01 04-12 05-01 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04 10-05 10-09 12-25
            """)
    void the_holidays_of_a_year_are_the_official_ones(Year year, String days) {
        assertThat(KoreanHolidays.of(year.getValue()).stream()
                        .map(Holiday::date)
                        .distinct()
                        .sorted())
                .containsExactlyElementsOf(Arrays.stream(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }

    @Test
    void a_day_that_makes_up_says_what_for() {
        assertThat(KoreanHolidays.of(2025))
                .contains(
                        new Holiday(LocalDate.of(2025, 3, 3), "대체공휴일(삼일절)"),
                        new Holiday(LocalDate.of(2025, 5, 6), "대체공휴일(어린이날·부처님오신날)"),
                        new Holiday(LocalDate.of(2025, 10, 8), "대체공휴일(추석 전날)"));
    }
}
