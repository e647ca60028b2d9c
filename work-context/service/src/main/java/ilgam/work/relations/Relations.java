package ilgam.work.relations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.security.Caller;
import ilgam.work.list.AsOf;
import ilgam.work.projects.Projects;
import ilgam.work.relations.RelationsView.More;
import ilgam.work.relations.RelationsView.Related;

/** The relations of an item. Callers have checked that the item is visible. */
@Component
public class Relations {

    /** The most entries in each list. */
    public static final int MOST = 200;

    /**
     * Of all additions and removals of a link between two items, the last one counts. An imported one that is dated
     * before the opening of the item that has the link counts as of that opening.
     */
    private static final String LINKED = """
            select relation, item_id from (
                select distinct on (l.item_id, l.type, l.other) l.linked,
                    case when l.item_id = :item then l.other else l.item_id end as item_id,
                    case when l.type = 'BLOCKS' then case when l.item_id = :item then 'blocks' else 'blockedBy' end
                        when l.type = 'DUPLICATES'
                            then case when l.item_id = :item then 'duplicates' else 'duplicatedBy' end
                        else 'relatesTo' end as relation
                from item_link l join item_version opened on opened.item_id = l.item_id and opened.to_at = 'infinity'
                where (l.item_id = :item or l.other = :item) and greatest(l.at, opened.created_at) <= :at
                order by l.item_id, l.type, l.other, greatest(l.at, opened.created_at) desc, l.sequence desc) as link
            where linked""";

    private final JdbcClient db;

    Relations(JdbcClient db) {
        this.db = db;
    }

    /** The relations as of now or of an instant; permissions are today's. */
    public RelationsView of(UUID item, Caller caller, @Nullable Instant at) {
        var asOf = new AsOf(at);
        var found = new Found();
        db.sql(sql(asOf))
                .params(Projects.permissions(caller))
                .param("item", item)
                .param("at", asOf.parameter())
                .param("most", MOST)
                .query(found::add);
        return found.view();
    }

    /** All visible entries up to the limit of each relation, and one row that counts all hidden ones. */
    private static String sql(AsOf asOf) {
        return """
                with related as (
                    select 'parent' as relation, v.parent as item_id from item_version v
                    where v.item_id = :item and v.parent is not null and %1$s
                    union
                    select 'task', v.task from item_version v
                    where v.item_id = :item and v.task is not null and %1$s
                    union
                    select 'children', v.item_id from item_version v where v.parent = :item and %1$s
                    union
                    select 'issues', v.item_id from item_version v where v.task = :item and %1$s
                    union
                    %2$s
                ), shown as (
                    select r.relation, p.key as project, v.number, item_key(p.key, v.number, v.source_key) as key, v.title,
                        v.kind, s.name as status, coalesce(s.category, 'TODO') as category, v.assignee,
                        %3$s as visible
                    from related r
                    join item_version v on v.item_id = r.item_id and not v.deleted and %1$s
                    join project p on p.id = v.project_id
                    left join project_status s
                        on s.project_id = v.project_id and s.status_id = v.status_id and %4$s
                ), placed as (
                    select *, row_number() over (partition by relation, visible order by project, number) as place,
                        count(*) over (partition by relation, visible) as total
                    from shown)
                select * from placed where place <= case when visible then :most else 1 end order by relation, place""".formatted(asOf.item(), LINKED, Projects.VISIBLE, asOf.status());
    }

    /** The entries found so far. */
    private static final class Found {

        private final Map<String, List<Related>> shown = new HashMap<>();
        private final Map<String, Long> totals = new HashMap<>();
        private long hidden;

        void add(ResultSet row) throws SQLException {
            var total = row.getLong("total");
            if (!row.getBoolean("visible")) {
                hidden += total;
                return;
            }
            var relation = row.getString("relation");
            totals.put(relation, total);
            shown.computeIfAbsent(relation, _ -> new ArrayList<>()).add(related(row));
        }

        private static Related related(ResultSet row) throws SQLException {
            return new Related(
                    row.getString("key"),
                    row.getString("title"),
                    row.getString("kind").toLowerCase(Locale.ROOT),
                    row.getString("status"),
                    row.getString("category").toLowerCase(Locale.ROOT),
                    row.getObject("assignee", UUID.class));
        }

        RelationsView view() {
            return new RelationsView(
                    one("parent"),
                    all("children"),
                    one("task"),
                    all("issues"),
                    all("blocks"),
                    all("blockedBy"),
                    all("relatesTo"),
                    all("duplicates"),
                    all("duplicatedBy"),
                    hidden,
                    new More(
                            more("children"),
                            more("issues"),
                            more("blocks"),
                            more("blockedBy"),
                            more("relatesTo"),
                            more("duplicates"),
                            more("duplicatedBy")));
        }

        private @Nullable Related one(String relation) {
            var found = all(relation);
            return found.isEmpty() ? null : found.getFirst();
        }

        private List<Related> all(String relation) {
            return shown.getOrDefault(relation, List.of());
        }

        private long more(String relation) {
            return totals.getOrDefault(relation, 0L) - all(relation).size();
        }
    }
}
