package ilgam.member.holiday;

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
 * An iCalendar file (RFC 5545) with holidays: the days of its events within some years, repeating ones too. What is
 * written as a date, or as a time of any zone but UTC, is on the day that it names.
 */
public record HolidayFile(String text) {

    private static final int MOST_DAYS = 2_000;
    /** A file of a company takes some milliseconds. */
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
            // refused like any other file that is none
        }
        throw new InvalidLine(
                1,
                InvalidReason.CALENDAR_UNREADABLE,
                Sentence.of(
                        "Line {line} of the file is not text in UTF-8.",
                        Map.of("line", 1, "cause", FileFault.NOT_UTF8.code())));
    }

    /** @throws InvalidLine when the file is none, with the line where it went wrong */
    FileDays within(LocalDate first, LocalDate last) {
        return within(first, last, BUDGET);
    }

    FileDays within(LocalDate first, LocalDate last, Duration budget) {
        return new FileEvents(new FileComputation(first, last, MOST_DAYS, budget)).read(ContentLine.in(text));
    }
}
