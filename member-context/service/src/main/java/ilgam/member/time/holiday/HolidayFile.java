package ilgam.member.time.holiday;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import ilgam.member.text.InvalidLine;
import ilgam.member.text.InvalidReason;
import ilgam.starter.refusal.Sentence;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An iCalendar file (RFC 5545) with holidays: the days of its events within some years, repeating ones included. A
 * date, or a local time of any zone but UTC, counts for the day that it names.
 */
public record HolidayFile(String text) {

    private static final int MOST_DAYS = 2_000;
    /** The file of a usual company takes some milliseconds. */
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private static final String MARK = "\uFEFF";

    /** @throws InvalidLine when the file is not text */
    public static HolidayFile of(byte[] content) {
        try {
            var text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Folds.betweenCharacters(content)))
                    .toString();
            if (text.indexOf('\0') < 0) return new HolidayFile(text.startsWith(MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            // refused as a file that is not a calendar
        }
        throw new InvalidLine(
                1,
                InvalidReason.CALENDAR_UNREADABLE,
                Sentence.of(
                        "Line {line} of the file is not text in UTF-8.",
                        Map.of("line", 1, "cause", FileFault.NOT_UTF8.code())));
    }

    /** @throws InvalidLine when the file is not a calendar, with the line of the first fault */
    FileDays within(LocalDate first, LocalDate last) {
        return within(first, last, BUDGET);
    }

    FileDays within(LocalDate first, LocalDate last, Duration budget) {
        return new FileEvents(new FileComputation(first, last, MOST_DAYS, budget)).read(ContentLine.in(text));
    }
}
