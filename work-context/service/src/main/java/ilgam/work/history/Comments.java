package ilgam.work.history;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** All versions of some comments of an item. Only those that are to be shown have their text. */
record Comments(Map<UUID, List<Wording>> wordings) {

    private static final String WORDINGS = """
            select comment_id, sequence, at, actor, text is null as removed, case when %s then left(text, :longest) end as text
            from item_comment where item_id = :item and comment_id = any (cast(:comments as uuid[]))
            order by at, sequence""";

    /** The last version of each comment at an instant. */
    private static final String AS_OF = WORDINGS.formatted(
            "row_number() over (partition by comment_id order by at <= :at desc, at desc, sequence desc) = 1");

    /** The versions made by some events, and those before each. */
    private static final String AROUND = WORDINGS.formatted("""
            sequence = any (cast(:events as bigint[]))
            or lead(sequence) over (partition by comment_id order by at, sequence) = any (cast(:events as bigint[]))""");

    /** @param text null when removed or not to be shown */
    record Wording(
            UUID comment,
            long sequence,
            Instant at,
            @Nullable UUID actor,
            boolean removed,
            @Nullable String text) {}

    /** The comments as of an instant. */
    static Comments asOf(OffsetDateTime at, UUID item, Collection<UUID> comments, JdbcClient db) {
        return of(item, comments, db.sql(AS_OF).param("at", at).param("longest", Integer.MAX_VALUE));
    }

    /** The comments before and after some events, up to a number of characters. */
    static Comments around(Collection<Long> events, int longest, UUID item, Collection<UUID> comments, JdbcClient db) {
        return of(item, comments, db.sql(AROUND).param("events", texts(events)).param("longest", longest));
    }

    private static Comments of(UUID item, Collection<UUID> comments, JdbcClient.StatementSpec wordings) {
        if (comments.isEmpty()) return new Comments(Map.of());
        return new Comments(
                wordings
                        .param("item", item)
                        .param("comments", texts(comments))
                        .query((row, _) -> wording(row))
                        .list()
                        .stream()
                        .collect(groupingBy(Wording::comment)));
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                row.getObject("comment_id", UUID.class),
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getBoolean("removed"),
                row.getString("text"));
    }

    /** The text that the event of that sequence gave a comment; null once the comment is removed. */
    @Nullable
    String text(UUID comment, long sequence) {
        if (isRemoved(comment)) return null;
        return of(comment).stream()
                .filter(wording -> wording.sequence() == sequence)
                .findFirst()
                .map(Wording::text)
                .orElse(null);
    }

    /** The text that the comment had before that event; null when there was none. */
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

    /** The comment as of an instant. Its author and time are those of its first version. */
    CommentView view(UUID comment, Instant at) {
        var then = of(comment).stream()
                .filter(wording -> !wording.at().isAfter(at))
                .toList();
        var first = then.getFirst();
        var last = then.getLast();
        var removed = isRemoved(comment);
        var edits = then.size() - 1 - (last.removed() ? 1 : 0);
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
        return of(comment).stream().anyMatch(Wording::removed);
    }

    private List<Wording> of(UUID comment) {
        return wordings.getOrDefault(comment, List.of());
    }
}
