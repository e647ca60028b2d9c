package ilgam.work.imports.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.SourceLine;
import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.source.Note.Reason;

import static ilgam.work.imports.line.UnreadableRow.Cause.NO_TIME;
import static ilgam.work.imports.line.UnreadableRow.Cause.UNKNOWN_ITEM;

/**
 * A change of an item as the source tracker logged it.
 *
 * @param line its line in the file
 * @param at when it happened; never later than the import was requested
 * @param saidAt the time in the file
 * @param from the previous value in the file
 * @param to the new value in the file
 * @param before {@code from} in the form that our own input accepts
 * @param after {@code to} in the form that our own input accepts
 * @param notes about tidied values
 */
public record SourceEvent(
        long line,
        String itemId,
        long seq,
        Instant at,
        Instant saidAt,
        @Nullable String actor,
        String field,
        @Nullable String from,
        @Nullable String to,
        @Nullable String before,
        @Nullable String after,
        List<Note> notes) {

    private static final int LONGEST_COMMENT = 50_000;

    /** @throws UnreadableRow when the line names no item or has no readable time */
    public static SourceEvent of(SourceLine line, ImportSettings settings, long number) {
        var item = SourceItem.reference(line.value("item_id"));
        if (item == null)
            throw new UnreadableRow(UNKNOWN_ITEM, "The field \"{field}\" is missing.", Map.of("field", "item_id"));
        var said = Times.read(line.word("at"), settings.zone());
        if (said == null) throw noTime(line.word("at"));
        var read = new Reading(line, settings);
        var at = read.instant("at", said);
        var field = field(read);
        return new SourceEvent(
                number,
                item,
                seq(read),
                at,
                said.at(),
                read.person("actor"),
                field,
                line.verbatim("from"),
                line.verbatim("to"),
                tidied(read, field, "from"),
                tidied(read, field, "to"),
                read.notes());
    }

    private static UnreadableRow noTime(@Nullable String text) {
        return text == null
                ? new UnreadableRow(NO_TIME, "The field \"{field}\" is missing.", Map.of("field", "at"))
                : new UnreadableRow(
                        NO_TIME,
                        "The field \"{field}\" is not an ISO 8601 time: \"{value}\".",
                        Map.of("field", "at", "value", Tidy.cut(text, 40)));
    }

    private static String field(Reading read) {
        var field = read.line("field", 100);
        if (field != null) return field;
        if (read.line().value("field") == null) read.note(Note.of("field", null, null, Reason.MISSING));
        return "unknown";
    }

    /** The order among an item's events; may also be a text. */
    private static long seq(Reading read) {
        var word = read.line().word("seq");
        if (word == null) return 0;
        try {
            var number = Numbers.read(word);
            if (number != null) return number.longValueExact();
        } catch (ArithmeticException notWhole) {
            // noted below
        }
        read.note(Note.of("seq", word, "0", Reason.NOT_A_NUMBER));
        return 0;
    }

    private static @Nullable String tidied(Reading read, String field, String side) {
        return switch (field) {
            case "assignee" -> read.person(side);
            case "priority" -> read.priority(side).name();
            case "severity" -> severity(read, side);
            case "points" -> points(read, side);
            case "resolution" -> read.line(side, 100);
            case "status" -> read.line().word(side);
            case "comment" -> side.equals("to") ? comment(read) : null;
            default -> null;
        };
    }

    private static @Nullable String severity(Reading read, String side) {
        var severity = read.severity(side);
        return severity == null ? null : severity.name();
    }

    private static @Nullable String points(Reading read, String side) {
        var points = read.points(side);
        return points == null ? null : points.toPlainString();
    }

    private static @Nullable String comment(Reading read) {
        var text = read.prose("to", LONGEST_COMMENT, Integer.MAX_VALUE).strip();
        if (Tidy.isVisible(text)) return text;
        read.note(Note.of("to", read.line().word("to"), null, Reason.EMPTY));
        return null;
    }

    /** All people that this event names, by the source's names. */
    public Stream<@Nullable String> people() {
        return is("assignee") ? Stream.of(actor, before, after) : Stream.of(actor);
    }

    public boolean is(String name) {
        return field.equals(name);
    }
}
