package ilgam.work.imports.history;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.source.Note;
import ilgam.work.imports.source.Note.Reason;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.item.ImportedEvent;
import ilgam.work.item.Provenance;

/** Keeps the originals of tidied values in the history of an item, beside what they became. */
final class Originals {

    /** Fields whose originals are kept in the left-over fields anyway. */
    private static final Set<String> IN_LEFT_OVER = Set.of("kind", "status");

    private final ImportLookups lookups;
    private final ForeignFields foreign;
    private final Digests digests;

    Originals(ImportLookups lookups, ForeignFields foreign, Digests digests) {
        this.lookups = lookups;
        this.foreign = foreign;
        this.digests = digests;
    }

    void keep(Consumer<ImportedEvent> history, SourceItem item, Instant createdAt) {
        for (var note : item.notes())
            if (isKept(note) && !IN_LEFT_OVER.contains(note.field())) keep(history, note, createdAt);
    }

    private void keep(Consumer<ImportedEvent> history, Note note, Instant createdAt) {
        var was = String.valueOf(note.was());
        var digest = digests.of("tidied", note.field(), was);
        if (note.isPersonal()) foreign.hide(digest, note.field(), was, 0);
        else
            foreign.keep(
                    history,
                    new Provenance(createdAt, null, digest),
                    note.field(),
                    null,
                    foreign.shown(note.field(), Tidy.sound(was), digest, 0));
    }

    /** @param isTranslated whether the event became one of ours, which does not have the values as they were */
    void keep(Consumer<ImportedEvent> history, SourceEvent event, Provenance from, boolean isTranslated) {
        for (var note : event.notes()) if (isKept(note)) keep(history, event, note);
        if (isTranslated && isTidied(event)) foreign.keep(history, ForeignFields.besides(from, "tidied"), event);
    }

    private void keep(Consumer<ImportedEvent> history, SourceEvent event, Note note) {
        var was = String.valueOf(note.was());
        var digest = digests.of("tidied", event.saidAt(), note.field(), was);
        if (note.isPersonal()) foreign.hide(digest, event.field(), was, event.line());
        else if (!isValue(note))
            foreign.keep(
                    history,
                    new Provenance(event.at(), lookups.member(event.actor()), digest),
                    note.field(),
                    null,
                    Tidy.sound(was));
    }

    private boolean isTidied(SourceEvent event) {
        return event.notes().stream().anyMatch(note -> isValue(note) && isKept(note) && !note.isPersonal())
                || (event.is("status") && event.from() != null && lookups.status(event.before()) == null);
    }

    private static boolean isKept(Note note) {
        return note.was() != null && !note.was().isBlank() && note.reason() != Reason.ZONE_ASSUMED;
    }

    private static boolean isValue(Note note) {
        return note.field().equals("from") || note.field().equals("to");
    }
}
