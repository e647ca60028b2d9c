package ilgam.member.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.text.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HolidayFileTest {

    @Test
    void an_event_of_a_day_is_a_holiday() {
        assertThat(days("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260702"))
                .containsExactly(holiday(2026, 7, 1));
    }

    @Test
    void an_event_of_several_days_is_as_many_holidays() {
        assertThat(days("DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260703"))
                .containsExactly(holiday(2026, 7, 1), holiday(2026, 7, 2));
    }

    @Test
    void times_of_the_day_do_not_matter() {
        assertThat(days("DTSTART;TZID=Nowhere/Town:20260701T090000", "DTEND;TZID=Nowhere/Town:20260701T170000"))
                .containsExactly(holiday(2026, 7, 1));
    }

    @Test
    void a_yearly_event_is_a_holiday_every_year() {
        assertThat(days("DTSTART;VALUE=DATE:20010401", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20260401"))
                .containsExactly(holiday(2025, 4, 1), holiday(2027, 4, 1), holiday(2028, 4, 1), holiday(2029, 4, 1));
    }

    @Test
    void an_event_repeats_by_the_day_of_a_week() {
        assertThat(days("DTSTART;VALUE=DATE:20241128", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"))
                .contains(holiday(2025, 11, 27), holiday(2026, 11, 26));
    }

    @Test
    void a_cancelled_event_is_no_holiday() {
        assertThat(days("DTSTART;VALUE=DATE:20260701", "STATUS:CANCELLED")).isEmpty();
    }

    @Test
    void a_name_is_read_as_it_was_meant() {
        var file = file("DTSTART;VALUE=DATE:20260701", "SUMMARY:설날\\, 연휴");
        assertThat(file.within(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .extracting(Holiday::name)
                .containsExactly("설날, 연휴");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:2026-07-01              | Line 4
            DTSTART;VALUE=DATE:20261301                | Line 4
            RRULE:FREQ=SECONDLY                        | Line 4
            RRULE:nonsense                             | Line 4
            SUMMARY:Feast without a day                | Line
            """)
    void what_is_wrong_in_a_file_is_said_with_its_line(String line, String where) {
        assertThatThrownBy(() -> days(line)).isInstanceOf(Invalid.class).hasMessageContaining(where);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "BEGIN:VCALENDAR\r\nVERSION",
                "<html></html>",
                "{\"a\": 1}",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
            })
    void a_file_that_is_no_calendar_is_refused(String content) {
        assertThatThrownBy(() -> new HolidayFile(content).within(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Line");
    }

    @Test
    void a_file_that_is_no_text_is_refused() {
        assertThatThrownBy(() -> HolidayFile.of(new byte[] {(byte) 0xff, 0, 1})
                        .within(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void more_repeating_events_than_can_be_reckoned_are_refused() {
        var rules = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n".repeat(201).strip();
        assertThatThrownBy(() -> days("DTSTART;VALUE=DATE:20260701", rules))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("repeating");
    }

    @Test
    void more_days_than_a_company_can_have_are_refused() {
        var events = IntStream.range(0, 10)
                .mapToObj(n -> "BEGIN:VEVENT\r\nSUMMARY:Day " + n
                        + "\r\nDTSTART;VALUE=DATE:20250101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n")
                .collect(Collectors.joining());
        var file = new HolidayFile("BEGIN:VCALENDAR\r\n" + events + "END:VCALENDAR\r\n");
        assertThatThrownBy(() -> file.within(LocalDate.of(2025, 1, 1), LocalDate.of(2029, 12, 31)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("2,000");
    }

    private static List<Holiday> days(String... lines) {
        return file(lines).within(LocalDate.of(2025, 1, 1), LocalDate.of(2029, 12, 31));
    }

    private static HolidayFile file(String... lines) {
        var event =
                String.join("\r\n", lines) + (String.join("", lines).contains("SUMMARY") ? "" : "\r\nSUMMARY:Feast");
        return new HolidayFile(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + event + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private static Holiday holiday(int year, int month, int day) {
        return new Holiday(LocalDate.of(year, month, day), "Feast");
    }
}
