package ilgam.member.time.holiday;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.text.Invalid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HolidayFileTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2029, 12, 31);

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

    @ParameterizedTest
    @CsvSource({
        "20260701, P3D, 3",
        "20260701, P1W, 7",
        "20260701, PT24H, 1",
        "20260701T090000, PT8H, 1",
        "20260701T090000, P1DT8H, 2",
        "20260701, P0D, 1",
        "20260701, -P2D, 1"
    })
    void an_event_may_say_how_long_it_is(String start, String length, int days) {
        assertThat(days("DURATION:" + length, "DTSTART:" + start))
                .containsExactlyElementsOf(IntStream.range(0, days)
                        .mapToObj(n -> holiday(2026, 7, 1 + n))
                        .toList());
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
        assertThat(file.within(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
                        .days())
                .extracting(Holiday::name)
                .containsExactly("설날, 연휴");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:2026-07-01              | Line 4
            DTSTART;VALUE=DATE:20261301                | Line 4
            RRULE:FREQ=SECONDLY                        | Line 4
            RRULE:nonsense                             | Line 4
            RRULE:FREQ=YEARLY;BYDAY=XX                 | Line 4
            RRULE:FREQ=YEARLY;INTERVAL=0               | Line 4
            RRULE:FREQ=YEARLY;BYHOUR=1,2,3             | Line 4
            RRULE:RSCALE=CHINESE;FREQ=YEARLY           | Line 4
            DURATION:long                              | Line 4
            DTSTART:20260101T9                         | Line 4
            SUMMARY:Feast without a day                | Line
            """)
    void what_is_wrong_in_a_file_is_said_with_its_line(String line, String where) {
        assertThatThrownBy(() -> days(line)).isInstanceOf(Invalid.class).hasMessageContaining(where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P99999999D", "P368D", "PT9223372036854775807S"})
    void a_holiday_that_never_ends_is_refused(String length) {
        assertThatThrownBy(() -> days("DTSTART:20260101", "DURATION:" + length))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("366 days");
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
    void a_file_that_is_not_text_is_refused() {
        assertThatThrownBy(() -> HolidayFile.of(new byte[] {(byte) 0xff, 0, 1})
                        .within(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void more_repeating_events_than_can_be_computed_are_refused() {
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

    @Test
    void folded_lines_are_one_and_counted_as_they_stand() {
        assertThat(days("DESCRIPTION:All are\r\n  off\\, but\r\n\t nobody works", "DTSTART:2026\r\n 0701"))
                .containsExactly(holiday(2026, 7, 1));
        assertThatThrownBy(() -> days("DESCRIPTION:a\r\n b\r\n c", "DTSTART:never"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Line 7");
    }

    @Test
    void a_file_of_google_calendar_is_read() throws IOException {
        assertThat(exported("google.ics"))
                .containsExactly(
                        new Holiday(LocalDate.of(2026, 2, 16), "설날 연휴"),
                        new Holiday(LocalDate.of(2026, 2, 17), "설날 연휴"),
                        new Holiday(LocalDate.of(2026, 2, 18), "설날 연휴"));
    }

    @Test
    void a_file_of_outlook_is_read() throws IOException {
        assertThat(exported("outlook.ics"))
                .containsExactly(
                        new Holiday(LocalDate.of(2026, 7, 27), "여름 휴무"),
                        new Holiday(LocalDate.of(2026, 7, 28), "여름 휴무"),
                        new Holiday(LocalDate.of(2026, 7, 29), "여름 휴무"),
                        new Holiday(LocalDate.of(2026, 7, 30), "여름 휴무"),
                        new Holiday(LocalDate.of(2026, 7, 31), "여름 휴무"),
                        new Holiday(LocalDate.of(2025, 11, 27), "Founders, all"),
                        new Holiday(LocalDate.of(2026, 11, 26), "Founders, all"),
                        new Holiday(LocalDate.of(2027, 11, 25), "Founders, all"));
    }

    @Test
    void a_file_of_apple_calendar_is_read() throws IOException {
        assertThat(exported("apple.ics"))
                .extracting(Holiday::date)
                .containsExactly(
                        LocalDate.of(2025, 4, 1),
                        LocalDate.of(2025, 4, 2),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 4, 2),
                        LocalDate.of(2028, 4, 1),
                        LocalDate.of(2028, 4, 2),
                        LocalDate.of(2029, 4, 1),
                        LocalDate.of(2029, 4, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n ", "\n ", "\r\n\t"})
    void a_fold_within_a_character_leaves_the_character_whole(String fold) {
        for (int at = 1; at < "설날".getBytes(UTF_8).length; at++)
            assertThat(HolidayFile.of(foldedName("설날", at, fold))
                            .within(FIRST, LAST)
                            .days())
                    .containsExactly(new Holiday(LocalDate.of(2026, 7, 1), "설날"));
    }

    @Test
    void lists_of_a_rule_that_multiply_are_refused() {
        var days =
                IntStream.rangeClosed(1, 53).mapToObj(n -> n + "MO," + n + "TU").collect(Collectors.joining(","));
        assertThatThrownBy(() -> days("DTSTART:19000101", "RRULE:FREQ=YEARLY;BYYEARDAY=1;BYDAY=" + days))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> days("RRULE:FREQ=" + "X".repeat(900_000))).isInstanceOf(Invalid.class);
    }

    @Test
    void a_file_whose_rules_take_too_long_is_refused() {
        var file = file("DTSTART:20010401", "RRULE:FREQ=YEARLY");
        assertThat(file.within(FIRST, LAST, Duration.ofMinutes(1)).days()).hasSize(5);
        assertThatThrownBy(() -> file.within(FIRST, LAST, Duration.ZERO))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VEVENT", "X"})
    void too_deeply_nested_components_are_refused(String component) {
        var nested = "BEGIN:%s\r\n".formatted(component).repeat(50_000)
                + "END:%s\r\n".formatted(component).repeat(50_000);
        assertThatThrownBy(
                        () -> new HolidayFile("BEGIN:VCALENDAR\r\n" + nested + "END:VCALENDAR\r\n").within(FIRST, LAST))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("deeply");
    }

    @Test
    void days_that_are_added_and_left_out_by_the_thousand_are_read_at_once() {
        var day = LocalDate.of(2030, 1, 1);
        var many = IntStream.range(0, 60_000)
                .mapToObj(n -> day.plusDays(n).format(DateTimeFormatter.BASIC_ISO_DATE))
                .collect(Collectors.joining(","));
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> days("DTSTART:20260701", "RDATE:" + many, "EXDATE:" + many)))
                .containsExactly(holiday(2026, 7, 1));
    }

    private static List<Holiday> exported(String file) throws IOException {
        try (var content = Objects.requireNonNull(HolidayFileTest.class.getResourceAsStream(file))) {
            return HolidayFile.of(content.readAllBytes()).within(FIRST, LAST).days();
        }
    }

    private static byte[] foldedName(String name, int at, String fold) {
        var whole = name.getBytes(UTF_8);
        var file = new ByteArrayOutputStream();
        file.writeBytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:".getBytes(UTF_8));
        file.write(whole, 0, at);
        file.writeBytes(fold.getBytes(UTF_8));
        file.write(whole, at, whole.length - at);
        file.writeBytes("\r\nDTSTART:20260701\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".getBytes(UTF_8));
        return file.toByteArray();
    }

    private static List<Holiday> days(String... lines) {
        return file(lines).within(FIRST, LAST).days();
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
