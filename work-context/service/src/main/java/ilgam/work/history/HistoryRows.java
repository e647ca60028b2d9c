package ilgam.work.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

/** Reads what happened to an item: its events, and the definitions of its project's workflow that moved it. */
@Component
class HistoryRows {

    private static final TypeReference<List<List<@Nullable Object>>> CHANGES = new TypeReference<>() {};

    /** The statements that read rows. Changes of long ones are null in them and read by a statement of their own. */
    private enum Rows {
        PAGE("at <= :at and (at, sequence) > (:afterAt, :afterSequence)"),
        ONE("event_id = :entry");

        private final String events;

        /** Definitions of the workflow that moved the item to another status without an event of its own. */
        private final String handedOn;

        Rows(String condition) {
            events = """
            select event_id, at, actor, source, type, recorded_at, sequence,
                case when octet_length(changes::text) <= :shown then changes end as changes
            from item_history where item_id = :item and %s
            order by at, sequence limit :limit""".formatted(condition);
            handedOn = """
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
            order by at, sequence limit :limit""".formatted(condition);
        }
    }

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

    HistoryRows(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Up to {@code limit} rows after a place and not after an instant, oldest first. */
    List<HistoryEntry> page(UUID item, History.Place after, OffsetDateTime at, int limit, int longest) {
        return read(
                        Rows.PAGE,
                        Map.of(
                                "item",
                                item,
                                "shown",
                                longest,
                                "at",
                                at,
                                "afterAt",
                                after.at().atOffset(UTC),
                                "afterSequence",
                                after.sequence(),
                                "limit",
                                limit))
                .sorted(comparing(HistoryEntry::at).thenComparingLong(HistoryEntry::sequence))
                .limit(limit)
                .toList();
    }

    /** The row with that id, if there is one. */
    List<HistoryEntry> one(UUID item, UUID entry, int longest) {
        return read(Rows.ONE, Map.of("item", item, "shown", longest, "entry", entry, "limit", 1))
                .limit(1)
                .toList();
    }

    private Stream<HistoryEntry> read(Rows rows, Map<String, ?> parameters) {
        return Stream.of(rows.events, rows.handedOn)
                .flatMap(sql -> db.sql(sql).params(parameters).query((row, _) -> row(row)).list().stream());
    }

    /** The same rows, with the changes that were not read with them. */
    List<HistoryEntry> whole(UUID item, List<HistoryEntry> rows, int longest) {
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
}
