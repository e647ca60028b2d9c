package ilgam.member.holiday;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidLine;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An iCalendar file (RFC 5545) with holidays: the days of its events within some years, repeating ones too. Time zones
 * and times do not matter to a day, so they are not even looked at.
 */
public record HolidayFile(String text) {

    private static final int MOST_DAYS = 2_000;
    /** A file of a company takes some milliseconds. */
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private static final String UNREADABLE = "calendar-unreadable";

    /** @throws InvalidLine when the file is not text */
    public static HolidayFile of(byte[] content) {
        try {
            var text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Folds.betweenCharacters(content)))
                    .toString();
            if (text.indexOf('\0') < 0) return new HolidayFile(text);
        } catch (CharacterCodingException notText) {
            // refused like any other file that is none
        }
        throw new InvalidLine(1, UNREADABLE, "Line 1 of the file is not text in UTF-8.");
    }

    /** @throws InvalidLine when the file is none, with the line where it went wrong */
    List<Holiday> within(LocalDate first, LocalDate last) {
        return within(first, last, BUDGET);
    }

    List<Holiday> within(LocalDate first, LocalDate last, Duration budget) {
        var events = new HolidayFileEvents(first, last, MOST_DAYS, budget);
        try {
            new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(text), true), events);
        } catch (ParserException wrong) {
            throw new InvalidLine(
                    wrong.getLineNo(),
                    UNREADABLE,
                    "Line %d of the file is not what iCalendar has there: %s"
                            .formatted(wrong.getLineNo(), because(wrong)));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory can be read.", impossible);
        }
        return events.days();
    }

    private static String because(ParserException wrong) {
        return wrong.getCause() instanceof Invalid invalid
                ? invalid.sentence()
                : String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ");
    }
}
