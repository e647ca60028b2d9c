package ilgam.work.imports;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One change of an item as the source tracker logged it. */
record SourceEvent(
        String itemId,
        long seq,
        Instant at,
        @Nullable String actor,
        String field,
        @Nullable String from,
        @Nullable String to) {

    static SourceEvent of(SourceLine line) {
        var event = new SourceEvent(
                line.text("item_id", 200),
                line.number("seq", 0),
                line.instant("at"),
                line.optionalText("actor", 200),
                line.text("field", 100),
                line.verbatim("from"),
                line.verbatim("to"));
        if (event.is("priority")) {
            SourceItem.priority(event.from());
            SourceItem.priority(event.to());
        }
        if (event.is("status") && event.to() == null) throw new Senseless("A status event says no new status.");
        if (event.is("comment") && event.to() != null && event.to().length() > 50_000)
            throw new Senseless("The comment is longer than 50,000 characters.");
        return event;
    }

    /** Everybody this event names, by the source's names. */
    Stream<@Nullable String> people() {
        return is("assignee") ? Stream.of(actor, from, to) : Stream.of(actor);
    }

    boolean is(String name) {
        return field.equals(name);
    }
}
