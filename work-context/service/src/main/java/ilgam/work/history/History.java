package ilgam.work.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.security.Caller;
import ilgam.work.list.Items;
import ilgam.work.projects.Projects;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

/** Histories and comments of items. Callers have checked that the item is visible. */
@Component
public class History {

    /** The number of characters of a text in a page of entries. */
    private static final int SHOWN_CHARACTERS = 1_000;

    private static final int ALL_CHARACTERS = Integer.MAX_VALUE - 1;

    /** A page of comments ends with the one at which its texts reach this many bytes. */
    private static final int PAGE_BYTES = 1024 * 1024;

    private static final TypeReference<List<List<@Nullable Object>>> CHANGES = new TypeReference<>() {};

    /** Entries. Changes of long ones are null here and read by a query of their own. */
    private static final String ENTRIES = """
            select event_id, at, actor, source, type, recorded_at, sequence,
                case when octet_length(changes::text) <= :shown then changes end as changes
            from item_history where item_id = :item and %s
            order by at, sequence limit :limit""";

    /** Definitions of the workflow that moved the item to another status without an event of its own. */
    private static final String HANDED_ON = """
            select * from (
                select w.event_id, w.from_at as at, w.actor, w.source, 'WorkflowDefined' as type, w.recorded_at, e.sequence,
                    jsonb_build_array(jsonb_build_array('status', was.name, became.name)) as changes
                from item_version v
                cross join (
                    select at, sequence, status_id, lead(at, 1, 'infinity') over (order by at, sequence) as until
                    from item_status where item_id = :item) e
                join project_status became on became.project_id = v.project_id and became.status_id = e.status_id
                    and became.from_at > e.at and became.from_at < e.until
                join project_status was on was.project_id = v.project_id and was.status_id = e.status_id
                    and was.to_at = became.from_at and was.shown_id <> became.shown_id
                cross join lateral (
                    select * from project_workflow w where w.project_id = v.project_id and w.from_at = became.from_at
                    order by w.sequence desc limit 1) w
                where v.item_id = :item and v.to_at = 'infinity' and w.event_id is not null) handed_on
            where %s
            order by at, sequence limit :limit""";

    private static final String OF_PAGE = "at <= :at and (at, sequence) > (:afterAt, :afterSequence)";
    private static final String OF_ONE = "event_id = :entry";

    /**
     * Reads one character more than is shown, to know whether there are more. The text that a description replaced is
     * the description of the event before.
     */
    private static final String LONG = """
            select h.sequence, b.text as before, coalesce((
                select jsonb_agg((
                    select jsonb_agg(case when jsonb_typeof(v.value) = 'string'
                        then to_jsonb(left(v.value #>> '{}', :shown + 1)) else v.value end order by v.place)
                    from jsonb_array_elements(c.change) with ordinality as v (value, place)) order by c.place)
                from jsonb_array_elements(h.changes) with ordinality as c (change, place)), '[]') as changes
            from item_history h
            left join lateral (
                select coalesce((
                    select left(c.change ->> 2, :shown + 1) from jsonb_array_elements(d.changes) as c (change)
                    where c.change ->> 0 = 'description'), '') as text
                from item_history d
                where d.item_id = h.item_id and d.sequence < h.sequence and d.type in ('ItemOpened', 'ItemDescribed')
                order by d.sequence desc limit 1) b on h.type = 'ItemDescribed' and h.changes #>> '{0,1}' is null
            where h.item_id = :item and h.sequence = any (cast(:sequences as bigint[]))""";

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

    /** The last entry of a page, for the cursor. */
    public record Place(Instant at, long sequence) {

        /** The place before the first entry. */
        public static final Place START = new Place(Instant.parse("0001-01-01T00:00:00Z"), -1);
    }

    /** A page of results, and whether there are more after it. */
    public record Part<T>(List<T> shown, boolean more) {}

    /**
     * Up to {@code limit} entries after a place and not after an instant (null: now), oldest first. Texts are cut at
     * 1,000 characters.
     */
    public Part<Entry> entries(UUID item, Caller caller, Place after, int limit, @Nullable Instant at) {
        var parameters = Map.of(
                "item",
                item,
                "shown",
                SHOWN_CHARACTERS,
                "at",
                orNow(at),
                "afterAt",
                after.at().atOffset(UTC),
                "afterSequence",
                after.sequence(),
                "limit",
                limit + 1);
        var rows = Stream.of(ENTRIES, HANDED_ON)
                .flatMap(entries -> rows(entries.formatted(OF_PAGE), parameters).stream())
                .sorted(comparing(HistoryEntry::at).thenComparingLong(HistoryEntry::sequence))
                .limit(limit + 1)
                .toList();
        var shown = whole(item, rows.subList(0, Math.min(limit, rows.size())), SHOWN_CHARACTERS);
        return new Part<>(worded(item, shown, caller, SHOWN_CHARACTERS), rows.size() > limit);
    }

    /** One entry with its whole texts. */
    public Optional<Entry> entry(UUID item, UUID entry, Caller caller) {
        var parameters = Map.of("item", item, "shown", ALL_CHARACTERS, "entry", entry, "limit", 1);
        var rows = Stream.of(ENTRIES, HANDED_ON)
                .flatMap(entries -> rows(entries.formatted(OF_ONE), parameters).stream())
                .limit(1)
                .toList();
        return worded(item, whole(item, rows, ALL_CHARACTERS), caller, ALL_CHARACTERS).stream()
                .findFirst();
    }

    private List<HistoryEntry> rows(String sql, Map<String, ?> parameters) {
        return db.sql(sql).params(parameters).query((row, _) -> row(row)).list();
    }

    private List<Entry> worded(UUID item, List<HistoryEntry> rows, Caller caller, int longest) {
        if (rows.isEmpty()) return List.of();
        var words = words(item, rows, caller, longest);
        return rows.stream().map(words::entry).toList();
    }

    private record Sized(UUID comment, int bytes) {}

    /** Up to {@code limit} comments after a place, in the order in which they were first written. */
    public Part<CommentView> comments(UUID item, Place after, int limit, @Nullable Instant at) {
        var found = db.sql("""
                select comment_id, coalesce((
                    select octet_length(text) from item_comment last
                    where last.item_id = :item and last.comment_id = first.comment_id and last.at <= :at
                    order by last.at desc, last.sequence desc limit 1), 0) as bytes
                from (
                    select distinct on (comment_id) comment_id, at, sequence from item_comment
                    where item_id = :item order by comment_id, at, sequence) first
                where at <= :at and (at, sequence) > (:afterAt, :afterSequence)
                order by at, sequence limit :limit""")
                .param("item", item)
                .param("at", orNow(at))
                .param("afterAt", after.at().atOffset(UTC))
                .param("afterSequence", after.sequence())
                .param("limit", limit + 1)
                .query((row, _) -> new Sized(row.getObject("comment_id", UUID.class), row.getInt("bytes")))
                .list();
        var shown = new ArrayList<UUID>();
        long bytes = 0;
        for (var comment : found.subList(0, Math.min(limit, found.size()))) {
            if (bytes >= PAGE_BYTES) break;
            bytes += comment.bytes();
            shown.add(comment.comment());
        }
        var wordings = Comments.asOf(orNow(at), item, shown, db);
        return new Part<>(
                shown.stream()
                        .map(comment -> wordings.view(comment, at == null ? Instant.MAX : at))
                        .toList(),
                found.size() > shown.size());
    }

    /** A comment in its current form. */
    public Optional<CommentView> comment(UUID item, UUID comment) {
        var wordings = Comments.asOf(OffsetDateTime.MAX, item, List.of(comment), db);
        return wordings.wordings().isEmpty() ? Optional.empty() : Optional.of(wordings.view(comment, Instant.MAX));
    }

    private Words words(UUID item, List<HistoryEntry> rows, Caller caller, int longest) {
        var others = new HashSet<UUID>();
        var comments = new HashSet<UUID>();
        rows.forEach(row -> row.mentions(others, comments));
        var opening = items.opening(item).orElseThrow();
        var events = rows.stream().map(HistoryEntry::sequence).toList();
        return new Words(
                opening.at(),
                projects.statusNames(opening.project()),
                items.keys(others, caller),
                Comments.around(events, longest + 1, item, comments, db),
                longest);
    }

    /** The same rows, with the changes that were not read with them. */
    private List<HistoryEntry> whole(UUID item, List<HistoryEntry> rows, int longest) {
        var incomplete = rows.stream()
                .filter(HistoryEntry::isIncomplete)
                .map(HistoryEntry::sequence)
                .toList();
        if (incomplete.isEmpty()) return rows;
        var missing = new HashMap<Long, List<List<@Nullable Object>>>();
        db.sql(LONG)
                .param("item", item)
                .param("shown", longest)
                .param("sequences", incomplete.stream().map(Object::toString).toArray(String[]::new))
                .query((RowCallbackHandler) row -> missing.put(row.getLong("sequence"), changes(row)));
        return rows.stream()
                .map(row -> row.isIncomplete() ? row.with(requireNonNull(missing.get(row.sequence()))) : row)
                .toList();
    }

    private List<List<@Nullable Object>> changes(ResultSet row) throws SQLException {
        var changes = json.readValue(row.getString("changes"), CHANGES);
        var before = row.getString("before");
        if (before != null) changes.getFirst().set(1, before);
        return changes;
    }

    private HistoryEntry row(ResultSet row) throws SQLException {
        var changes = row.getString("changes");
        return new HistoryEntry(
                row.getObject("event_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("source"),
                row.getString("type"),
                changes == null ? List.of() : json.readValue(changes, CHANGES),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("sequence"));
    }

    private static OffsetDateTime orNow(@Nullable Instant at) {
        return at == null ? OffsetDateTime.MAX : at.atOffset(UTC);
    }
}
