package ilgam.member.time.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.member.language.HolidayEvent.Holiday;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** Compares with the holidays that Korea's government published; korea.txt names the source of each day. */
class KoreanHolidaysTest {

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void the_holidays_of_a_year_are_the_published_ones(int year) throws Exception {
        assertThat(days(KoreanHolidays.of(year), _ -> true)).isEqualTo(days(published(year), _ -> true));
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void the_substitute_holidays_are_the_published_ones(int year) throws Exception {
        Predicate<Holiday> makesUp = holiday -> holiday.name().startsWith("대체공휴일");
        assertThat(days(KoreanHolidays.of(year), makesUp)).isEqualTo(days(published(year), makesUp));
    }

    /**
     * The counts that the press reported from each almanac (월력요항) on the day of its publication: 과학기술정보통신부 on 22 June
     * 2023, 우주항공청 on 20 June 2024, 30 June 2025 and 29 June 2026. Holidays that were granted or enacted later are not
     * in them.
     */
    @ParameterizedTest
    @CsvSource({
        "2024, 68, 119, 10-01",
        "2025, 68, 119, 01-27 06-03",
        "2026, 70, 118, 05-01 07-17",
        "2027, 72, 119,",
    })
    void the_days_off_are_as_many_as_the_almanac_counted(
            Year year, int sundaysAndHolidays, int withSaturdays, @Nullable String later) {
        var given = monthDays(year, later);
        var holidays = days(KoreanHolidays.of(year.getValue()), holiday -> !given.contains(holiday.date()));
        assertThat(off(year, holidays, Set.of(DayOfWeek.SUNDAY))).hasSize(sundaysAndHolidays);
        assertThat(off(year, holidays, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)))
                .hasSize(withSaturdays);
    }

    /** The almanac of 2028 is published in June 2027. Until then these days follow from the rules only. */
    @Test
    void a_year_that_nothing_is_published_of_yet_follows_the_rule() {
        assertThat(days(KoreanHolidays.of(2028), _ -> true))
                .isEqualTo(monthDays(
                        Year.of(2028),
                        "01-01 01-26 01-27 01-28 03-01 04-12 05-01 05-02 05-05 06-06 07-17 08-15"
                                + " 10-02 10-03 10-04 10-05 10-09 12-25"));
    }

    /** In 2036 the first day of 추석 is 개천절 and its last one a Sunday (제3조 제2항: the next day that is no holiday yet). */
    @Test
    void two_substitutes_for_the_same_holiday_are_separate() {
        assertThat(days(
                        KoreanHolidays.of(2036),
                        holiday -> holiday.name().startsWith("대체공휴일(")
                                && holiday.date().getMonthValue() == 10))
                .contains(LocalDate.of(2036, 10, 6), LocalDate.of(2036, 10, 7));
    }

    /** 2020 had two fourth months, 2052 has two eighth ones. The holidays are in the first of the two. */
    @Test
    void a_repeated_lunar_month_has_its_holiday_once() {
        assertThat(days(KoreanHolidays.of(2020), holiday -> holiday.name().equals("부처님오신날")))
                .containsExactly(LocalDate.of(2020, 4, 30));
        assertThat(days(KoreanHolidays.of(2052), holiday -> holiday.name().equals("추석")))
                .containsExactly(LocalDate.of(2052, 9, 7));
    }

    @Test
    void a_substitute_holiday_names_what_it_substitutes() {
        assertThat(KoreanHolidays.of(2025))
                .contains(
                        new Holiday(LocalDate.of(2025, 3, 3), "대체공휴일(삼일절)"),
                        new Holiday(LocalDate.of(2025, 5, 6), "대체공휴일(어린이날·부처님오신날)"),
                        new Holiday(LocalDate.of(2025, 10, 8), "대체공휴일(추석 전날)"));
    }

    private static List<Holiday> published(int year) throws Exception {
        try (var text = Objects.requireNonNull(KoreanHolidaysTest.class.getResourceAsStream("korea.txt"))) {
            return new String(text.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(year + "-"))
                    .map(line -> new Holiday(LocalDate.parse(line.substring(0, 10)), line.substring(11)))
                    .toList();
        }
    }

    private static Set<LocalDate> days(List<Holiday> holidays, Predicate<Holiday> which) {
        return holidays.stream().filter(which).map(Holiday::date).collect(toSet());
    }

    private static Set<LocalDate> monthDays(Year year, @Nullable String days) {
        return days == null
                ? Set.of()
                : Arrays.stream(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .collect(toSet());
    }

    private static Stream<LocalDate> off(Year year, Set<LocalDate> holidays, Set<DayOfWeek> always) {
        return year.atDay(1)
                .datesUntil(year.plusYears(1).atDay(1))
                .filter(day -> holidays.contains(day) || always.contains(day.getDayOfWeek()));
    }
}
