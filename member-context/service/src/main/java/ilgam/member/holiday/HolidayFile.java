package ilgam.member.holiday;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.LocalDate;

import ilgam.member.text.InvalidLine;

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
        throw new InvalidLine(1, FileEvents.UNREADABLE, "Line 1 of the file is not text in UTF-8.");
    }

    /** @throws InvalidLine when the file is none, with the line where it went wrong */
    FileDays within(LocalDate first, LocalDate last) {
        return within(first, last, BUDGET);
    }

    FileDays within(LocalDate first, LocalDate last, Duration budget) {
        return new FileEvents(new FileComputation(first, last, MOST_DAYS, budget)).read(ContentLine.in(text));
    }
}
