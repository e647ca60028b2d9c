package ilgam.member.time.holiday;

import java.time.LocalDate;
import java.time.ZoneId;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/** The days of Korea's lunar calendar within a Gregorian year. */
final class DangiYear {

    private static final ULocale LUNAR = new ULocale("ko_KR@calendar=dangi");
    private static final String SEOUL = "Asia/Seoul";

    private DangiYear() {}

    /** The Gregorian date of a day of a lunar month that is not a leap month. */
    static LocalDate day(int year, int month, int dayOfMonth) {
        var lunar = Calendar.getInstance(TimeZone.getTimeZone(SEOUL), LUNAR);
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> is(lunar, date, month, dayOfMonth))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(Calendar lunar, LocalDate date, int month, int dayOfMonth) {
        lunar.setTimeInMillis(
                date.atTime(12, 0).atZone(ZoneId.of(SEOUL)).toInstant().toEpochMilli());
        return lunar.get(Calendar.MONTH) == month - 1
                && lunar.get(Calendar.DAY_OF_MONTH) == dayOfMonth
                && lunar.get(ChineseCalendar.IS_LEAP_MONTH) == 0;
    }
}
