package ilgam.work.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import ilgam.member.replica.Known;
import ilgam.work.item.ItemField;
import ilgam.work.language.ItemEvent.ItemMoved;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

/** The rows of items. Each method is one statement for any number of rows. */
@Repository
class ItemRows {

    /**
     * Separates labels within an element of an array, as PostgreSQL cannot take an array of arrays of different
     * lengths.
     */
    private static final String BETWEEN_LABELS = "\u001f";

    private static final String COLUMNS = "item_id, from_at, to_at, version, sets, project_id, number, source_key,"
            + " created_at, reporter, labels, labels_set, "
            + Column.ALL.stream().map(Column::name).collect(joining(", "));

    private static final String LOAD = "select " + COLUMNS + " " + """
            from item_version v
            join unnest(?::uuid[], ?::timestamptz[]) as asked (id, at) on v.item_id = asked.id and v.to_at > asked.at
            order by v.item_id, v.to_at""";

    private static final String REMOVE = """
            delete from item_version v using unnest(?::uuid[], ?::timestamptz[]) as old (id, to_at)
            where v.item_id = old.id and v.to_at = old.to_at""";

    private static final String INSERT = "insert into item_version (" + COLUMNS + """
            ) select item_id, from_at, to_at, version, sets, project_id, number, source_key, created_at, reporter,
              string_to_array(labels, e'\\x1f'), string_to_array(labels_set, e'\\x1f'),\s"""
            + Column.ALL.stream().map(Column::name).collect(joining(", "))
            + " from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::int[], ?::uuid[], ?::bigint[],"
            + " ?::text[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[], "
            + Column.ALL.stream().map(column -> "?::" + column.sqlType() + "[]").collect(joining(", "))
            + ") as fresh (" + COLUMNS + ")";

    private final JdbcTemplate db;

    ItemRows(JdbcTemplate db) {
        this.db = db;
    }

    /** For each item the version valid at its instant and all later ones, in order. */
    Map<UUID, List<ItemVersion>> validFrom(Map<UUID, Instant> instants) {
        var asked = instants.entrySet();
        return db
                .query(LOAD, (row, _) -> read(row), texts(asked, Map.Entry::getKey), texts(asked, Map.Entry::getValue))
                .stream()
                .collect(groupingBy(version -> version.origin.item()));
    }

    void remove(List<ItemVersion> versions) {
        if (versions.isEmpty()) return;
        db.update(REMOVE, texts(versions, version -> version.origin.item()), texts(versions, ItemRows::end));
    }

    void insert(List<ItemVersion> versions, Known persons) {
        if (versions.isEmpty()) return;
        var columns = new Object[12 + Column.ALL.size()];
        int i = 0;
        columns[i++] = texts(versions, version -> version.origin.item());
        columns[i++] = texts(versions, version -> version.from);
        columns[i++] = texts(versions, ItemRows::end);
        columns[i++] = texts(versions, version -> version.sequence);
        columns[i++] = texts(versions, version -> version.sets);
        columns[i++] = texts(versions, version -> version.origin.project());
        columns[i++] = texts(versions, version -> version.origin.number());
        columns[i++] = texts(versions, version -> version.origin.sourceKey());
        columns[i++] = texts(versions, version -> version.origin.createdAt());
        columns[i++] = texts(versions, version -> persons.of(version.origin.reporter()));
        columns[i++] = texts(versions, version -> String.join(BETWEEN_LABELS, version.labels));
        columns[i++] = texts(versions, version -> String.join(BETWEEN_LABELS, version.labelsSet));
        for (var column : Column.ALL)
            columns[i++] = texts(
                    versions,
                    version -> column.field() == ItemField.ASSIGNEE
                            ? assignee(version, persons)
                            : version.get(column.field()));
        db.update(INSERT, columns);
    }

    void describe(Collection<Description> descriptions) {
        if (descriptions.isEmpty()) return;
        db.update(
                """
                insert into item_description (item_id, from_at, text)
                select * from unnest(?::uuid[], ?::timestamptz[], ?::text[])
                on conflict (item_id, from_at) do update set text = excluded.text""",
                texts(descriptions, Description::item),
                texts(descriptions, Description::at),
                texts(descriptions, Description::text));
    }

    record Description(UUID item, Instant at, String text) {}

    void move(List<Move> moves) {
        if (moves.isEmpty()) return;
        db.update(
                """
                insert into item_status (item_id, at, sequence, status_id)
                select * from unnest(?::uuid[], ?::timestamptz[], ?::bigint[], ?::text[])
                on conflict do nothing""",
                texts(moves, Move::item),
                texts(moves, Move::at),
                texts(moves, Move::sequence),
                texts(moves, Move::status));
    }

    record Move(
            UUID item, Instant at, long sequence, @Nullable String status) {}

    /** The number of these moves that lead to a status of category done. */
    long finished(List<ItemMoved> moves) {
        if (moves.isEmpty()) return 0;
        var done = db.queryForObject(
                """
                select count(*) from unnest(?::uuid[], ?::text[]) as moved (item, status)
                join item_version v on v.item_id = moved.item and v.to_at = 'infinity'
                join project_status s on s.project_id = v.project_id and s.status_id = moved.status
                    and s.to_at = 'infinity' and s.category = 'DONE'""", Long.class, texts(moves, move -> move.item().value()), texts(moves, ItemMoved::to));
        return done == null ? 0 : done;
    }

    /** Updates the search texts of these items. */
    void index(Collection<UUID> items) {
        if (items.isEmpty()) return;
        db.update("""
                insert into item_text (item_id, text)
                select v.item_id, normalize(concat_ws(e'\\n', v.title, v.source_key, d.text))
                from item_version v left join lateral (
                    select text from item_description where item_id = v.item_id order by from_at desc limit 1) d on true
                where v.item_id = any (?::uuid[]) and v.to_at = 'infinity'
                on conflict (item_id) do update set text = excluded.text""", (Object) texts(items, item -> item));
    }

    /** Replaces the person with the member they were merged into. */
    void merge(UUID person, UUID into) {
        db.update("update item_version set assignee = ? where assignee = ?", into, person);
        db.update("update item_version set reporter = ? where reporter = ?", into, person);
    }

    private static @Nullable UUID assignee(ItemVersion version, Known persons) {
        var assignee = version.get(ItemField.ASSIGNEE);
        return assignee == null ? null : persons.of(UUID.fromString(assignee));
    }

    void reset() {
        db.update("truncate item_version, item_description, item_status, item_text");
    }

    private static ItemVersion read(ResultSet row) throws SQLException {
        var origin = new ItemVersion.Origin(
                row.getObject("item_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getLong("number"),
                row.getString("source_key"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("reporter", UUID.class));
        var version = new ItemVersion(
                origin, row.getObject("from_at", OffsetDateTime.class).toInstant());
        var to = row.getObject("to_at", OffsetDateTime.class);
        version.to = to.equals(OffsetDateTime.MAX) ? null : to.toInstant();
        version.sequence = row.getLong("version");
        for (var column : Column.ALL) version.set(column, row.getString(column.name()));
        version.sets = row.getInt("sets");
        version.labels.addAll(Arrays.asList((String[]) row.getArray("labels").getArray()));
        version.labelsSet.addAll(
                Arrays.asList((String[]) row.getArray("labels_set").getArray()));
        return version;
    }

    private static String end(ItemVersion version) {
        return version.to == null ? "infinity" : version.to.toString();
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> value) {
        var texts = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            var column = value.apply(row);
            texts[i++] = column == null ? null : column.toString();
        }
        return texts;
    }
}
