package ilgam.work.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.history.Entry.Change;
import ilgam.work.projects.StatusNames;
import ilgam.work.words.Personal;

/** Translates the ids in a history into what members read. */
record Words(Instant opening, StatusNames statuses, Map<UUID, String> keys, Comments comments, int longest) {

    Entry entry(HistoryEntry happened) {
        var early = happened.at().isBefore(opening);
        var changes = happened.changes().stream()
                .map(change -> change(happened, change))
                .toList();
        var shown = changes.stream().map(this::shortened).toList();
        return new Entry(
                happened.id(),
                happened.at(),
                happened.actor(),
                happened.source(),
                happened.type(),
                shown,
                early ? true : null,
                shown.equals(changes) ? null : true,
                happened.recordedAt(),
                happened.sequence());
    }

    private Change change(HistoryEntry happened, List<@Nullable Object> change) {
        var field = String.valueOf(change.getFirst());
        var from = change.get(1);
        var to = change.get(2);
        if (happened.isForeign()) return new Change(field, hidden(field, from), hidden(field, to));
        if (happened.isOfProject()) return new Change(field, from, to);
        if (Changes.STATUS.equals(field)) return new Change(field, status(from, happened), status(to, happened));
        if (Changes.OF_ITEMS.contains(field)) return new Change(field, key(from), key(to));
        if (Changes.COMMENT.equals(field)) return new Change(field, before(from, happened), after(to, happened));
        return new Change(field, from, to);
    }

    private Change shortened(Change change) {
        return new Change(change.field(), shortened(change.from()), shortened(change.to()));
    }

    private @Nullable Object shortened(@Nullable Object value) {
        return value instanceof String text && text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest))
                : value;
    }

    /** Hides persons' names and addresses that earlier imports stored in events, which are never erased. */
    private static @Nullable Object hidden(String field, @Nullable Object value) {
        return value == null ? null : Personal.hidden(field, value.toString());
    }

    private @Nullable String status(@Nullable Object id, HistoryEntry happened) {
        var at = happened.at().isBefore(opening) ? opening : happened.at();
        return id == null ? null : statuses.of(id.toString(), at);
    }

    private @Nullable String key(@Nullable Object item) {
        return item == null ? null : keys.get(UUID.fromString(item.toString()));
    }

    private @Nullable String before(@Nullable Object comment, HistoryEntry happened) {
        return comment == null ? null : comments.textBefore(UUID.fromString(comment.toString()), happened.sequence());
    }

    private @Nullable String after(@Nullable Object comment, HistoryEntry happened) {
        return comment == null ? null : comments.text(UUID.fromString(comment.toString()), happened.sequence());
    }
}
