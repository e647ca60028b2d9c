package ilgam.work.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.security.Caller;
import ilgam.work.list.Items;
import ilgam.work.projects.Projects;

import static java.time.ZoneOffset.UTC;

/** Histories and comments of items that the caller was found to see. */
@Component
public class History {

    private static final TypeReference<List<List<@Nullable Object>>> CHANGES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Items items;
    private final Projects projects;

    History(JdbcClient db, JsonMapper json, Items items, Projects projects) {
        this.db = db;
        this.json = json;
        this.items = items;
        this.projects = projects;
    }

    /** Where a page ended: its last entry's instant and sequence. */
    public record Place(Instant at, long sequence) {

        /** Before everything. */
        public static final Place START = new Place(Instant.parse("0001-01-01T00:00:00Z"), -1);
    }

    /** Up to {@code limit} entries after a place and not after an instant (null: now), oldest first. */
    public List<Entry> entries(UUID item, Caller caller, Place after, int limit, @Nullable Instant at) {
        var rows = db.sql("""
                select event_id, at, actor, source, type, changes, recorded_at, sequence from item_history
                where item_id = :item and at <= :at and (at, sequence) > (:afterAt, :afterSequence)
                order by at, sequence limit :limit""")
                .param("item", item)
                .param("at", orNow(at))
                .param("afterAt", after.at().atOffset(UTC))
                .param("afterSequence", after.sequence())
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
        if (rows.isEmpty()) return List.of();
        var words = words(item, rows, caller);
        return rows.stream().map(words::entry).toList();
    }

    /** Up to {@code limit} comments after a place, in the order in which they were first written. */
    public List<CommentView> comments(UUID item, Place after, int limit, @Nullable Instant at) {
        var comments = db.sql("""
                select comment_id from (
                    select distinct on (comment_id) comment_id, at, sequence from item_comment
                    where item_id = :item order by comment_id, at, sequence) first
                where at <= :at and (at, sequence) > (:afterAt, :afterSequence)
                order by at, sequence limit :limit""")
                .param("item", item)
                .param("at", orNow(at))
                .param("afterAt", after.at().atOffset(UTC))
                .param("afterSequence", after.sequence())
                .param("limit", limit)
                .query(UUID.class)
                .list();
        var wordings = Comments.of(item, comments, db);
        return comments.stream()
                .map(comment -> wordings.view(comment, at == null ? Instant.MAX : at))
                .toList();
    }

    /** A comment as it reads now. */
    public Optional<CommentView> comment(UUID item, UUID comment) {
        var wordings = Comments.of(item, List.of(comment), db);
        return wordings.wordings().isEmpty() ? Optional.empty() : Optional.of(wordings.view(comment, Instant.MAX));
    }

    private Words words(UUID item, List<Happened> rows, Caller caller) {
        var others = new HashSet<UUID>();
        var comments = new HashSet<UUID>();
        rows.forEach(row -> row.mentions(others, comments));
        var opening = items.opening(item).orElseThrow();
        return new Words(
                opening.at(),
                projects.statusNames(opening.project()),
                items.keys(others, caller),
                Comments.of(item, comments, db));
    }

    private Happened read(ResultSet row) throws SQLException {
        return new Happened(
                row.getObject("event_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("source"),
                row.getString("type"),
                json.readValue(row.getString("changes"), CHANGES),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("sequence"));
    }

    private static OffsetDateTime orNow(@Nullable Instant at) {
        return at == null ? OffsetDateTime.MAX : at.atOffset(UTC);
    }
}
