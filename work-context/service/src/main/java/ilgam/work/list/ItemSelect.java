package ilgam.work.list;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import ilgam.work.projects.Projects;

/** The statement that reads items for views: selected ones in their order, with all values of a view. */
record ItemSelect(Selection chosen, AsOf asOf, boolean described) {

    private static final String DESCRIPTION = """
            coalesce((
                select i.text from item_description i where i.item_id = v.item_id and i.from_at <= :at
                order by i.from_at desc limit 1), '')""";

    /** Several items, without their descriptions, which may be long. */
    static ItemSelect list(Selection chosen, AsOf asOf) {
        return new ItemSelect(chosen, asOf, false);
    }

    static ItemSelect one(ItemName chosen, AsOf asOf) {
        return new ItemSelect(chosen, asOf, true);
    }

    StatementSpec statement(JdbcClient db, Map<String, ?> permissions) {
        return db.sql(sql()).params(chosen.parameters()).params(permissions).param("at", asOf.parameter());
    }

    private String sql() {
        return """
                with chosen as materialized (%s)
                select c.*, p.key as project, item_key(p.key, v.number, v.source_key) as key, v.source_key, v.kind, v.title,
                    %s as description, s.name as status,
                    coalesce(s.shown_id, v.status_id) as status_id, coalesce(s.category, 'TODO') as category,
                    v.assignee, v.reporter, v.priority, v.severity, v.resolution, v.labels, v.start_on, v.due_on,
                    v.estimate_hours, v.points, v.source_parent, v.created_at, v.from_at, v.deleted, v.version,
                    case when s.category = 'DONE' then (%s) end as done_at,
                    %s as parent_key, %s as task_key
                from chosen c
                join item_version v on v.item_id = c.item_id and %s
                join project p on p.id = v.project_id
                left join project_status s on s.project_id = v.project_id and s.status_id = v.status_id and %s
                order by %s""".formatted(
                        chosen.sql(),
                        described ? DESCRIPTION : "null::text",
                        DoneAt.QUERY,
                        keyOf(Related.PARENT),
                        keyOf(Related.TASK),
                        asOf.item(),
                        asOf.status(),
                        chosen.order());
    }

    /** The key of another item, if it is visible. As keys never change, the current one is right for any instant. */
    private static String keyOf(Related item) {
        return """
                (select item_key(p.key, other.number, other.source_key) from item_version other join project p on p.id = other.project_id
                 where other.item_id = %s and other.to_at = 'infinity' and %s)""".formatted(item.column, Projects.VISIBLE);
    }

    private enum Related {
        PARENT("v.parent"),
        TASK("v.task");

        private final String column;

        Related(String column) {
            this.column = column;
        }
    }

    static ItemView view(ResultSet row) throws SQLException {
        var project = row.getString("project");
        var key = row.getString("key");
        var sourceKey = row.getString("source_key");
        return new ItemView(
                row.getObject("item_id", UUID.class),
                key,
                key.equals(sourceKey) ? null : sourceKey,
                lower(row.getString("kind")),
                project,
                row.getString("title"),
                row.getString("description"),
                row.getString("status"),
                row.getString("status_id"),
                lower(row.getString("category")),
                row.getObject("assignee", UUID.class),
                row.getObject("reporter", UUID.class),
                row.getString("priority"),
                row.getString("severity"),
                row.getString("resolution"),
                list(row.getArray("labels")),
                row.getObject("start_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBigDecimal("estimate_hours"),
                row.getBigDecimal("points"),
                row.getString("parent_key"),
                row.getString("source_parent"),
                row.getString("task_key"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("done_at", OffsetDateTime.class)),
                row.getBoolean("deleted"),
                row.getLong("version"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<String> list(Array labels) throws SQLException {
        return List.of((String[]) labels.getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
