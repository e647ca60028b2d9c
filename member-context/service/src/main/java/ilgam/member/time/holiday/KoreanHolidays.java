package ilgam.member.time.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ilgam.member.language.HolidayEvent.Holiday;

/**
 * Korea's public holidays by 공휴일에 관한 법률 and 관공서의 공휴일에 관한 규정 as of May 2023, and as of May 2026 (대통령령 제36290호) with 노동절
 * and again 제헌절. A holiday that falls on a weekend (Seollal and Chuseok: on a Sunday) or on another holiday moves to
 * the next day that is neither. New Year, Memorial Day, elections and days granted by the cabinet do not move.
 */
final class KoreanHolidays {

    private enum MadeUpFor {
        NEVER,
        SUNDAY,
        WEEKEND
    }

    private record Fixed(int since, Month month, int day, String name, MadeUpFor madeUpFor) {}

    private record Found(LocalDate date, String name, MadeUpFor madeUpFor) {

        boolean isMadeUpFor(int holidaysThatDay) {
            return switch (date.getDayOfWeek()) {
                case SUNDAY -> madeUpFor != MadeUpFor.NEVER;
                case SATURDAY -> madeUpFor == MadeUpFor.WEEKEND;
                default -> madeUpFor != MadeUpFor.NEVER && holidaysThatDay > 1;
            };
        }

        Holiday holiday() {
            return new Holiday(date, name);
        }
    }

    private static final int ADDED = 2026;

    private static final List<Fixed> FIXED = List.of(
            new Fixed(0, Month.JANUARY, 1, "새해 첫날", MadeUpFor.NEVER),
            new Fixed(0, Month.MARCH, 1, "삼일절", MadeUpFor.WEEKEND),
            new Fixed(ADDED, Month.MAY, 1, "노동절", MadeUpFor.WEEKEND),
            new Fixed(0, Month.MAY, 5, "어린이날", MadeUpFor.WEEKEND),
            new Fixed(0, Month.JUNE, 6, "현충일", MadeUpFor.NEVER),
            new Fixed(ADDED, Month.JULY, 17, "제헌절", MadeUpFor.WEEKEND),
            new Fixed(0, Month.AUGUST, 15, "광복절", MadeUpFor.WEEKEND),
            new Fixed(0, Month.OCTOBER, 3, "개천절", MadeUpFor.WEEKEND),
            new Fixed(0, Month.OCTOBER, 9, "한글날", MadeUpFor.WEEKEND),
            new Fixed(0, Month.DECEMBER, 25, "기독탄신일", MadeUpFor.WEEKEND));

    /**
     * Days that follow from no rule: elections at the end of a term (공직선거법 제34조), known up to 2028, and temporary
     * holidays of the cabinet (임시공휴일), granted on 3 September 2024, 14 January 2025 and 8 April 2025.
     */
    private static final List<Holiday> ONCE = List.of(
            new Holiday(LocalDate.of(2024, 4, 10), "국회의원선거일"),
            new Holiday(LocalDate.of(2024, 10, 1), "임시공휴일(국군의 날)"),
            new Holiday(LocalDate.of(2025, 1, 27), "임시공휴일"),
            new Holiday(LocalDate.of(2025, 6, 3), "임시공휴일(대통령선거)"),
            new Holiday(LocalDate.of(2026, 6, 3), "전국동시지방선거일"),
            new Holiday(LocalDate.of(2028, 4, 12), "국회의원선거일"));

    private KoreanHolidays() {}

    static List<Holiday> of(int year) {
        var found = found(year);
        return Stream.concat(found.stream().map(Found::holiday), madeUp(found).stream())
                .toList();
    }

    private static List<Found> found(int year) {
        var found = new ArrayList<Found>();
        FIXED.stream()
                .filter(fixed -> fixed.since() <= year)
                .map(fixed ->
                        new Found(LocalDate.of(year, fixed.month(), fixed.day()), fixed.name(), fixed.madeUpFor()))
                .forEach(found::add);
        ONCE.stream()
                .filter(day -> day.date().getYear() == year)
                .map(day -> new Found(day.date(), day.name(), MadeUpFor.NEVER))
                .forEach(found::add);
        threeDays(found, DangiYear.day(year, 1, 1), "설날");
        threeDays(found, DangiYear.day(year, 8, 15), "추석");
        found.add(new Found(DangiYear.day(year, 4, 8), "부처님오신날", MadeUpFor.WEEKEND));
        return found;
    }

    private static void threeDays(List<Found> found, LocalDate feast, String name) {
        found.add(new Found(feast.minusDays(1), name + " 전날", MadeUpFor.SUNDAY));
        found.add(new Found(feast, name, MadeUpFor.SUNDAY));
        found.add(new Found(feast.plusDays(1), name + " 다음 날", MadeUpFor.SUNDAY));
    }

    private static List<Holiday> madeUp(List<Found> found) {
        var byDate = found.stream().collect(Collectors.groupingBy(Found::date, TreeMap::new, Collectors.toList()));
        var taken = new HashSet<>(byDate.keySet());
        var madeUp = new ArrayList<Holiday>();
        byDate.forEach((date, holidays) -> {
            var names = holidays.stream()
                    .filter(holiday -> holiday.isMadeUpFor(holidays.size()))
                    .map(Found::name)
                    .collect(Collectors.joining("·"));
            if (!names.isEmpty()) madeUp.add(new Holiday(nextFree(date, taken), "대체공휴일(" + names + ")"));
        });
        return madeUp;
    }

    private static LocalDate nextFree(LocalDate date, Set<LocalDate> taken) {
        var next = date.plusDays(1);
        while (taken.contains(next) || isWeekend(next)) next = next.plusDays(1);
        taken.add(next);
        return next;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
