package ilgam.work.imports.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.line.Tidy;
import ilgam.work.imports.results.PersonalValue;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.item.ImportedEvent;
import ilgam.work.item.Provenance;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemId;
import ilgam.work.words.Personal;

/** Keeps values without a counterpart in the history of an item, and personal ones out of its events. */
final class ForeignFields {

    /** Longer values are split into several events, as one event has to stay small. */
    static final int LONGEST_PIECE = 16_000;

    private final ItemId item;
    private final Consumer<PersonalValue> hidden;

    /** @param hidden takes the personal values */
    ForeignFields(ItemId item, Consumer<PersonalValue> hidden) {
        this.item = item;
        this.hidden = hidden;
    }

    /** Keeps both values of an event. */
    void keep(Consumer<ImportedEvent> history, Provenance from, SourceEvent event) {
        keep(
                history,
                from,
                event.field(),
                shown(event.field(), event.from(), from.digest(), event.line()),
                shown(event.field(), event.to(), besides(from, "to").digest(), event.line()));
    }

    /** Keeps two values; splits long ones into several events. */
    void keep(
            Consumer<ImportedEvent> history, Provenance from, String field, @Nullable String was, @Nullable String is) {
        var before = pieces(was);
        var after = pieces(is);
        for (int i = 0; i < Math.max(1, Math.max(before.size(), after.size())); i++)
            history.accept(new ImportedEvent(
                    i == 0 ? from : besides(from, "piece " + i),
                    new ForeignFieldNoted(
                            item,
                            field,
                            i < before.size() ? before.get(i) : null,
                            i < after.size() ? after.get(i) : null)));
    }

    /** Takes a personal value out of the history altogether. */
    void hide(long digest, String field, String value, long eventLine) {
        hidden.accept(new PersonalValue(digest, field, value, eventLine, true));
    }

    /** The value without what is personal in it. */
    @Nullable
    String shown(String field, @Nullable String value, long digest, long eventLine) {
        var found = new Digests();
        var shown = Personal.hidden(
                field,
                value,
                personal -> hidden.accept(
                        new PersonalValue(found.of(digest, personal), field, personal, eventLine, false)));
        return shown == null ? null : Tidy.sound(shown);
    }

    /** The provenance of a further event that the same source line leads to. */
    static Provenance besides(Provenance from, String what) {
        return new Provenance(from.at(), from.actor(), new Digests().of(what, from.digest()));
    }

    private static List<String> pieces(@Nullable String text) {
        if (text == null) return List.of();
        if (text.length() <= LONGEST_PIECE) return List.of(text);
        var pieces = new ArrayList<String>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + LONGEST_PIECE);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) to--;
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
