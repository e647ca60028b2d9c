package ilgam.work.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.stream.Collectors.groupingBy;

/** Every wording that some comments of an item had. */
record Comments(Map<UUID, List<Wording>> wordings) {

    /** @param text null: removed */
    record Wording(
            UUID comment,
            long sequence,
            Instant at,
            @Nullable UUID actor,
            @Nullable String text) {}

    static Comments of(UUID item, Collection<UUID> comments, JdbcClient db) {
        if (comments.isEmpty()) return new Comments(Map.of());
        return new Comments(db
                .sql("""
                select comment_id, sequence, at, actor, text from item_comment
                where item_id = :item and comment_id = any (cast(:comments as uuid[])) order by at, sequence""")
                .param("item", item)
                .param("comments", comments.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Wording(
                        row.getObject("comment_id", UUID.class),
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor", UUID.class),
                        row.getString("text")))
                .list()
                .stream()
                .collect(groupingBy(Wording::comment)));
    }

    /** The words that the event of that sequence gave a comment; none once the comment is removed. */
    @Nullable
    String text(UUID comment, long sequence) {
        if (isRemoved(comment)) return null;
        return of(comment).stream()
                .filter(wording -> wording.sequence() == sequence)
                .findFirst()
                .map(Wording::text)
                .orElse(null);
    }

    /** The words that the comment had before that event. */
    @Nullable
    String textBefore(UUID comment, long sequence) {
        if (isRemoved(comment)) return null;
        Wording before = null;
        for (var wording : of(comment)) {
            if (wording.sequence() == sequence) break;
            before = wording;
        }
        return Optional.ofNullable(before).map(Wording::text).orElse(null);
    }

    /** The comment as it read then; who wrote it and when stays what its first wording says. */
    CommentView view(UUID comment, Instant at) {
        var then = of(comment).stream()
                .filter(wording -> !wording.at().isAfter(at))
                .toList();
        var first = then.getFirst();
        var last = then.getLast();
        var removed = isRemoved(comment);
        var edits = then.size() - 1 - (last.text() == null ? 1 : 0);
        return new CommentView(
                comment,
                first.actor(),
                first.at(),
                removed ? null : last.text(),
                edits,
                edits == 0 || removed ? null : last.at(),
                edits == 0 || removed ? null : last.actor(),
                removed,
                first.sequence());
    }

    private boolean isRemoved(UUID comment) {
        return of(comment).stream().anyMatch(wording -> wording.text() == null);
    }

    private List<Wording> of(UUID comment) {
        return wordings.getOrDefault(comment, List.of());
    }
}
