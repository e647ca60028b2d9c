package ilgam.dashboard.span;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import ilgam.member.replica.Aliases;
import ilgam.member.replica.Known;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;

/**
 * The tables of items and their spans. A batch of any size is written by the same few statements, each over whole
 * columns.
 */
@Component
class SpanRows {

    private static final String OPEN = """
            insert into item (id, project, number, source_key, opened_at, title, titled_at, titled_by)
            select * from unnest(
                ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                ?::bigint[])
            on conflict (id) do nothing
            """;

    private static final String RENAME = """
            update item set title = new.title, titled_at = new.titled_at, titled_by = new.titled_by
            from (
                select distinct on (given.id) given.id, given.title, greatest(given.at, item.opened_at) as titled_at, given.by as titled_by
                from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::bigint[]) as given (id, title, at, by)
                join item on item.id = given.id
                order by given.id, titled_at desc, titled_by desc) as new
            where item.id = new.id and (item.titled_at, item.titled_by) < (new.titled_at, new.titled_by)
            """;

    /** The spans that new events may change, or that precede the earliest new one: those that do not end before it. */
    private static final String LOAD = """
            select item.id, item.project as item_project, item.opened_at, span.*
            from unnest(?::uuid[], ?::timestamptz[]) as wanted (id, earliest)
            join item on item.id = wanted.id
            left join span on span.item = wanted.id and span.to_at >= wanted.earliest
            """;

    private static final String WRITE = """
            insert into span (
                item, sequence, project, field, occurred_at, recorded_at, position, from_at, to_at,
                status, status_at, assignee, kind, priority, due_on, resolution, deleted)
            select * from unnest(
                ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                ?::timestamptz[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[],
                ?::date[], ?::text[], ?::boolean[])
            on conflict (item, sequence) do update set
                to_at = excluded.to_at, status = excluded.status, status_at = excluded.status_at,
                assignee = excluded.assignee, kind = excluded.kind, priority = excluded.priority,
                due_on = excluded.due_on, resolution = excluded.resolution, deleted = excluded.deleted
            """;

    static final String READER = "spans";

    private final JdbcTemplate db;
    private final Aliases aliases;

    SpanRows(JdbcTemplate db, Aliases aliases) {
        this.db = db;
        this.aliases = aliases;
    }

    void write(Changes changes) {
        var persons = aliases.known(READER);
        open(changes);
        rename(changes);
        write(changed(changes.timedChanges()), persons);
    }

    /** Reassigns the person's items to the member they were merged into. */
    void merge(UUID person, UUID into) {
        db.update("update span set assignee = ? where assignee = ?", aliases.merge(READER, person, into), person);
    }

    void reset() {
        aliases.reset(READER);
        db.execute("truncate item, span");
    }

    private void open(Changes changes) {
        var opened = List.copyOf(changes.opened().values());
        if (opened.isEmpty()) return;
        var titles = opened.stream().map(changes::title).toList();
        new Columns(OPEN)
                .add(opened, it -> it.item().id())
                .add(opened, it -> it.item().project())
                .add(opened, Changes.Opened::number)
                .add(opened, Changes.Opened::sourceKey)
                .add(opened, it -> it.item().openedAt())
                .add(titles, Changes.Titled::title)
                .add(titles, Changes.Titled::at)
                .add(titles, Changes.Titled::sequence)
                .update(db);
    }

    private void rename(Changes changes) {
        var titled = changes.retitled();
        if (titled.isEmpty()) return;
        new Columns(RENAME)
                .add(titled, Changes.Titled::item)
                .add(titled, Changes.Titled::title)
                .add(titled, Changes.Titled::at)
                .add(titled, Changes.Titled::sequence)
                .update(db);
    }

    private List<Span> changed(Map<UUID, List<TimedChange>> timedChanges) {
        if (timedChanges.isEmpty()) return List.of();
        var kept = load(timedChanges);
        return timedChanges.entrySet().stream()
                .flatMap(entry -> {
                    var timeline = kept.get(entry.getKey());
                    if (timeline == null)
                        throw new IllegalStateException("The item " + entry.getKey() + " was never opened.");
                    return timeline.take(entry.getValue()).stream();
                })
                .toList();
    }

    private Map<UUID, Timeline> load(Map<UUID, List<TimedChange>> timedChanges) {
        var wanted = List.copyOf(timedChanges.entrySet());
        var timelines = new HashMap<UUID, Timeline>();
        new Columns(LOAD)
                .add(wanted, Map.Entry::getKey)
                .add(
                        wanted,
                        entry -> entry.getValue().stream()
                                .map(TimedChange::occurredAt)
                                .min(Instant::compareTo)
                                .orElseThrow())
                .query(db, row -> {
                    var item = item(row.getObject("id", UUID.class), row);
                    var timeline = timelines.computeIfAbsent(item.id(), _ -> new Timeline(item));
                    if (row.getObject("sequence") != null) timeline.keep(span(item, row));
                });
        return timelines;
    }

    private void write(List<Span> spans, Known persons) {
        if (spans.isEmpty()) return;
        new Columns(WRITE)
                .add(spans, it -> it.item().id())
                .add(spans, it -> it.change().sequence())
                .add(spans, it -> it.item().project())
                .add(spans, it -> it.change().field().name())
                .add(spans, it -> it.change().occurredAt())
                .add(spans, it -> it.change().recordedAt())
                .add(spans, it -> it.change().position())
                .add(spans, Span::from)
                .add(spans, Span::to)
                .add(spans, it -> Objects.requireNonNullElse(it.state().status(), ""))
                .add(spans, it -> it.state().statusAt())
                .add(spans, it -> persons.of(it.state().assignee()))
                .add(spans, it -> it.state().kind().name())
                .add(spans, it -> it.state().priority().name())
                .add(spans, it -> it.state().dueOn())
                .add(spans, it -> it.state().resolution())
                .add(spans, it -> it.state().deleted())
                .update(db);
    }

    private static Item item(UUID id, ResultSet row) throws SQLException {
        return new Item(id, row.getObject("item_project", UUID.class), instant(row, "opened_at"));
    }

    private static Span span(Item item, ResultSet row) throws SQLException {
        var status = row.getString("status");
        var state = new State(
                status.isEmpty() ? null : status,
                instant(row, "status_at"),
                row.getObject("assignee", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Priority.valueOf(row.getString("priority")),
                row.getObject("due_on", LocalDate.class),
                row.getString("resolution"),
                row.getBoolean("deleted"));
        var change = new TimedChange(
                row.getLong("sequence"),
                row.getLong("position"),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                Field.valueOf(row.getString("field")),
                state);
        return new Span(item, change, instant(row, "from_at"), instant(row, "to_at"), state);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at.equals(OffsetDateTime.MAX) ? Instant.MAX : at.toInstant();
    }
}
