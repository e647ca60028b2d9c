package ilgam.member.time.holiday;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.text.Invalid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files as calendar programs write them: moved days, escapes, days in UTC, and unusable events. */
class CalendarFilesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    private static final String YEARLY = "UID:1|DTSTART;VALUE=DATE:20261001|RRULE:FREQ=YEARLY|SUMMARY:Founders";

    @Test
    void one_of_a_series_is_moved_and_keeps_its_name() {
        assertThat(days(YEARLY, "UID:1|RECURRENCE-ID;VALUE=DATE:20281001|DTSTART;VALUE=DATE:20281002"))
                .containsExactlyInAnyOrder(
                        "2026-10-01 Founders",
                        "2027-10-01 Founders",
                        "2028-10-02 Founders",
                        "2029-10-01 Founders",
                        "2030-10-01 Founders");
    }

    @Test
    void an_override_may_come_before_its_series() {
        assertThat(days("UID:1|RECURRENCE-ID:20281001|DTSTART:20281002|SUMMARY:Late", YEARLY))
                .contains("2028-10-02 Late")
                .doesNotContain("2028-10-01 Founders");
    }

    @Test
    void one_of_a_series_is_moved_into_another_year() {
        assertThat(days(
                        "UID:1|DTSTART:20251231|RRULE:FREQ=YEARLY;COUNT=1|SUMMARY:Eve",
                        "UID:1|RECURRENCE-ID:20251231|DTSTART:20260102"))
                .containsExactly("2026-01-02 Eve");
    }

    @Test
    void one_of_a_series_is_cancelled() {
        assertThat(days(YEARLY, "UID:1|RECURRENCE-ID:20281001|STATUS:CANCELLED"))
                .hasSize(4)
                .noneMatch(day -> day.startsWith("2028"));
    }

    @Test
    void one_of_a_series_is_only_renamed() {
        assertThat(days(YEARLY, "UID:1|RECURRENCE-ID:20281001|SUMMARY:Twenty years"))
                .hasSize(5)
                .contains("2028-10-01 Twenty years");
    }

    @Test
    void the_last_change_of_one_counts() {
        assertThat(days(
                        YEARLY,
                        "UID:1|SEQUENCE:2|RECURRENCE-ID:20281001|DTSTART:20281003",
                        "UID:1|SEQUENCE:1|RECURRENCE-ID:20281001|DTSTART:20281002"))
                .hasSize(5)
                .contains("2028-10-03 Founders");
    }

    @Test
    void an_override_may_apply_to_all_that_follow() {
        assertThat(days(YEARLY, "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20281001|DTSTART:20281003|SUMMARY:New day"))
                .containsExactlyInAnyOrder(
                        "2026-10-01 Founders",
                        "2027-10-01 Founders",
                        "2028-10-03 New day",
                        "2029-10-03 New day",
                        "2030-10-03 New day");
        assertThat(days(YEARLY, "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20281001|STATUS:CANCELLED"))
                .containsExactly("2026-10-01 Founders", "2027-10-01 Founders");
    }

    @Test
    void a_moved_one_of_several_days_keeps_its_length() {
        assertThat(days(
                        "UID:1|DTSTART:20260810|DTEND:20260813|RRULE:FREQ=YEARLY;COUNT=2|SUMMARY:Summer",
                        "UID:1|RECURRENCE-ID:20270810|DTSTART:20270817"))
                .containsExactly(
                        "2026-08-10 Summer",
                        "2026-08-11 Summer",
                        "2026-08-12 Summer",
                        "2027-08-17 Summer",
                        "2027-08-18 Summer",
                        "2027-08-19 Summer");
    }

    @Test
    void an_override_without_its_series_is_an_event() {
        assertThat(days("UID:1|RECURRENCE-ID:20281001|DTSTART:20281002|SUMMARY:Founders"))
                .containsExactly("2028-10-02 Founders");
    }

    @Test
    void an_event_that_was_sent_again_counts_once() {
        assertThat(days("UID:1|DTSTART:20260701|SUMMARY:Feast", "UID:1|SEQUENCE:1|DTSTART:20260702|SUMMARY:Feast"))
                .containsExactly("2026-07-02 Feast");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C:\\\\new\\, day      | C:\\new, day
            a\\nb\\Nc\\;d         | a b c;d
            \\\\\\\\n\\\\n        | \\\\n\\n
            to C:\\temp           | to C:\\temp
            ends in \\            | ends in \\
            """)
    void escapes_are_read_in_one_pass(String written, String name) {
        assertThat(days("DTSTART:20280303|SUMMARY:" + written)).containsExactly("2028-03-03 " + name);
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        assertThat(days("DTSTART:20280303|SUMMARY:" + "🎉".repeat(101)))
                .containsExactly("2028-03-03 " + "🎉".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;VALUE=DATE:2028-04|SUMMARY:B",
                "DTSTART;VALUE=DATE:20280230|SUMMARY:B",
                "DTSTART:20280402T25|SUMMARY:B",
                "DTSTART:20280402|RRULE:FREQ=SOMETIMES|SUMMARY:B",
                "DTSTART:20280402|RRULE:FREQ=YEARLY;UNTIL=20289999T000000Z|SUMMARY:B",
                "DTSTART:20280402|DURATION:a while|SUMMARY:B",
                "DTSTART:20280402|DURATION:P999D|SUMMARY:B",
                "DTSTART:20280402|EXDATE:never|SUMMARY:B",
                "DTSTART:20280402",
                "DTSTART:20280402|SUMMARY: \u200B",
                "SUMMARY:B",
                "UID:9|RECURRENCE-ID:20280402|DTSTART:20280402"
            })
    void an_event_that_cannot_be_used_is_noted_and_the_others_are_taken(String unusable) {
        var read = read("UID:a|DTSTART:20280401|SUMMARY:A", unusable, "UID:c|DTSTART:20280403|SUMMARY:C");
        assertThat(shown(read)).containsExactly("2028-04-01 A", "2028-04-03 C");
        assertThat(read.notes()).hasSize(1);
        assertThat(read.notes().getFirst().line()).isBetween(8, 14);
    }

    @Test
    void an_event_without_an_end_is_noted_and_the_others_are_taken() {
        var read = HolidayFile.of("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART:20280401
                SUMMARY:A
                BEGIN:VEVENT
                DTSTART:20280402
                SUMMARY:B
                END:VEVENT
                END:VCALENDAR
                """.getBytes(UTF_8)).within(FIRST, LAST);
        assertThat(shown(read)).containsExactly("2028-04-02 B");
        assertThat(read.notes()).extracting(FileNote::line).containsExactly(2);
    }

    @Test
    void a_file_that_was_cut_off_is_taken_as_far_as_it_goes() {
        var read = HolidayFile.of(calendar("DTSTART:20280401|SUMMARY:A", "DTSTART:20280402|SUMMARY:B")
                        .replaceFirst("(?s)END:VEVENT\r\nX-WR.*", "")
                        .getBytes(UTF_8))
                .within(FIRST, LAST);
        assertThat(shown(read)).containsExactly("2028-04-01 A");
        assertThat(read.notes()).isNotEmpty();
    }

    @Test
    void a_malformed_line_is_ignored() {
        assertThat(days("DTSTART:20280401|DESCRIPTION:two|lines, badly written|SUMMARY:A"))
                .containsExactly("2028-04-01 A");
    }

    @Test
    void a_file_of_which_nothing_can_be_used_is_refused() {
        assertThatThrownBy(() -> days("DTSTART:2028-04|SUMMARY:B"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Line 4");
    }

    /** Midnight in Seoul is 15:00 UTC on the day before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-WR-TIMEZONE:Asia/Seoul               | 20280503T150000Z | 20280504T150000Z | 2028-05-04
            X-WR-TIMEZONE:Korea Standard Time      | 20280503T150000Z | 20280504T150000Z | 2028-05-04
            TIMEZONE-ID:Asia/Seoul                 | 20280503T150000Z | 20280504T150000Z | 2028-05-04
            X-WR-TIMEZONE:Asia/Seoul               | 20280503T150000Z | 20280503T150000Z | 2028-05-04
            X-WR-TIMEZONE:Asia/Seoul               | 20280504T000000Z | 20280504T090000Z | 2028-05-04
            X-WR-TIMEZONE:America/New_York         | 20280504T040000Z | 20280505T040000Z | 2028-05-04
            X-WR-TIMEZONE:America/New_York         | 20281225T050000Z | 20281226T050000Z | 2028-12-25
            X-WR-TIMEZONE:(UTC+09:00) Seoul        | 20280503T150000Z | 20280504T150000Z | 2028-05-04
            X-WR-TIMEZONE:/mozilla.org/1/Asia/Seoul| 20280503T150000Z | 20280504T150000Z | 2028-05-04
            X-WR-TIMEZONE:UTC                      | 20280504T000000Z | 20280505T000000Z | 2028-05-04
            X-WR-TIMEZONE:UTC                      | 20280503T150000Z | 20280504T150000Z | 2028-05-04
            X-WR-CALNAME:no zone                   | 20280503T150000Z | 20280504T150000Z | 2028-05-04
            X-WR-CALNAME:no zone                   | 20280504T080000Z | 20280505T080000Z | 2028-05-04
            X-WR-TIMEZONE:Nowhere                  | 20280503T150000Z | 20280504T150000Z | 2028-05-04
            """)
    void a_day_in_utc_is_the_one_of_the_calendars_zone(String zone, String start, String end, String day) {
        assertThat(shown(HolidayFile.of(calendar("DTSTART:%s|DTEND:%s|SUMMARY:Day".formatted(start, end))
                                .replace("X-WR-TIMEZONE:Asia/Seoul", zone)
                                .getBytes(UTF_8))
                        .within(FIRST, LAST)))
                .containsExactly(day + " Day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Asia/Seoul:20280503T150000Z|DTEND;TZID=Asia/Seoul:20280504T150000Z",
                "DTSTART;TZID=\"Korea Standard Time\":20280503T150000Z|DTEND:20280504T150000Z",
                "DTSTART:20280503T150000Z|DURATION:P1D",
                "DTSTART;TZID=Korea Standard Time:20280504T000000|DTEND;TZID=Korea Standard Time:20280505T000000",
                "DTSTART;VALUE=DATE:20280504|DTEND;VALUE=DATE:20280505"
            })
    void a_day_is_found_whichever_way_it_names_its_zone(String event) {
        assertThat(days(event + "|SUMMARY:Day")).containsExactly("2028-05-04 Day");
    }

    @Test
    void a_zone_that_the_file_defines_is_used() {
        var zone = """
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        var file = calendar(
                        "UID:1|DTSTART:20280630T220000Z|DTEND:20280701T220000Z|SUMMARY:Summer",
                        "UID:2|DTSTART:20281231T230000Z|DTEND:20290101T230000Z|SUMMARY:Winter",
                        "UID:3|DTSTART:20281231T223000Z|SUMMARY:Evening")
                .replace("X-WR-TIMEZONE:Asia/Seoul\r\n", zone);
        assertThat(shown(HolidayFile.of(file.getBytes(UTF_8)).within(FIRST, LAST)))
                .containsExactly("2028-07-01 Summer", "2029-01-01 Winter", "2028-12-31 Evening");
    }

    @Test
    void a_series_in_utc_has_the_days_of_the_zone() {
        assertThat(days("DTSTART:20260228T150000Z|DURATION:P1D|RRULE:FREQ=YEARLY;COUNT=3"
                        + "|EXDATE:20270228T150000Z|SUMMARY:삼일절"))
                .containsExactly("2026-03-01 삼일절", "2028-03-01 삼일절");
        assertThat(days("DTSTART:20260704T150000Z|DURATION:P1D|RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=2|SUMMARY:Sunday"))
                .containsExactly("2026-07-05 Sunday", "2026-07-12 Sunday");
        assertThat(days("DTSTART:20260704T150000Z|DURATION:P1D|RRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=2|SUMMARY:Sunday"))
                .containsExactly("2026-07-05 Sunday", "2026-07-12 Sunday");
        assertThat(days(
                        "UID:1|DTSTART:20260930T150000Z|DURATION:P1D|RRULE:FREQ=YEARLY;COUNT=2|SUMMARY:Feast",
                        "UID:1|RECURRENCE-ID:20270930T150000Z|DTSTART:20271001T150000Z|DURATION:P1D"))
                .containsExactly("2026-10-01 Feast", "2027-10-02 Feast");
    }

    @Test
    void a_series_ends_on_the_day_that_its_end_has_in_the_zone() {
        assertThat(days("DTSTART;TZID=Korea Standard Time:20260101T000000|DURATION:P1D"
                        + "|RRULE:FREQ=YEARLY;UNTIL=20271231T150000Z|SUMMARY:New Year"))
                .containsExactly("2026-01-01 New Year", "2027-01-01 New Year", "2028-01-01 New Year");
    }

    @Test
    void days_are_added_and_left_out_by_lists_and_rules() {
        assertThat(days("DTSTART:20260105|RRULE:FREQ=DAILY;COUNT=5|EXRULE:FREQ=DAILY;INTERVAL=2|SUMMARY:Odd"))
                .containsExactly("2026-01-06 Odd", "2026-01-08 Odd");
        assertThat(days("DTSTART:20260105|RDATE;VALUE=PERIOD:20260107T000000/PT24H,20260109T000000/P1D|SUMMARY:Some"))
                .containsExactly("2026-01-05 Some", "2026-01-07 Some", "2026-01-09 Some");
        assertThat(days("DTSTART:20260105|RRULE:FREQ=DAILY;COUNT=3|EXDATE:20260105,20260106|EXDATE:|SUMMARY:Rest"))
                .containsExactly("2026-01-07 Rest");
        assertThat(days("DTSTART:20280229|RRULE:FREQ=YEARLY|SUMMARY:Leap")).containsExactly("2028-02-29 Leap");
    }

    @Test
    void a_file_that_cancels_its_events_has_none() {
        assertThat(shown(HolidayFile.of(calendar(YEARLY)
                                .replace("VERSION:2.0", "METHOD:CANCEL")
                                .getBytes(UTF_8))
                        .within(FIRST, LAST)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void any_line_ending_is_accepted(String end) {
        var file = calendar("DTSTART;X-A=\"a:b;c\";VALUE=DATE:20280401|SUMMARY;LANGUAGE=ko:설\r\n 날")
                .replace("\r\n", end);
        assertThat(shown(HolidayFile.of(("\uFEFF" + file).getBytes(UTF_8)).within(FIRST, LAST)))
                .containsExactly("2028-04-01 설날");
    }

    @Test
    void several_calendars_may_stand_in_a_file() {
        var seoul = calendar("DTSTART:20280503T150000Z|DURATION:P1D|SUMMARY:Day");
        assertThat(shown(HolidayFile.of((seoul + seoul.replace("Asia/Seoul", "Asia/Karachi"))
                                .replace("150000Z|", "190000Z|")
                                .getBytes(UTF_8))
                        .within(FIRST, LAST)))
                .containsExactly("2028-05-04 Day", "2028-05-03 Day");
    }

    private static List<String> days(String... events) {
        return shown(read(events));
    }

    private static FileDays read(String... events) {
        return HolidayFile.of(calendar(events).getBytes(UTF_8)).within(FIRST, LAST);
    }

    private static List<String> shown(FileDays read) {
        return read.days().stream().map(CalendarFilesTest::shown).toList();
    }

    private static String shown(Holiday holiday) {
        return holiday.date() + " " + holiday.name();
    }

    /** A calendar in the time zone of Seoul, which a test may replace. */
    private static String calendar(String... events) {
        return Arrays.stream(events)
                .map(event -> "BEGIN:VEVENT\r\n" + event.replace("|", "\r\n") + "\r\nEND:VEVENT\r\n")
                .collect(Collectors.joining(
                        "", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "X-WR-TIMEZONE:Asia/Seoul\r\nEND:VCALENDAR\r\n"));
    }
}
