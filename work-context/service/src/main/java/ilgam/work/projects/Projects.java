package ilgam.work.projects;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.security.Caller;

import static java.time.ZoneOffset.UTC;

/** Reads projects for a caller. */
@Component
public class Projects {

    /**
     * The condition under which a caller can see the project {@code p}, with the parameters of
     * {@link #permissions(Caller)}.
     */
    public static final String VISIBLE = """
            (:everything or p.visibility = 'OPEN' or exists (
                select 1 from project_member pm where pm.project_id = p.id and pm.member_id = :caller))""";

    private static final String VIEW = """
            select p.id, p.key, p.started_by, v.from_at, v.version, v.name, v.description, v.visibility,
                   v.archived, v.workflow, v.members
            from project p cross join lateral (
                select * from project_version v where v.project_id = p.id
                order by v.from_at > :at, case when v.from_at <= :at then v.from_at end desc, v.from_at
                limit 1) v
            where""" + " " + VISIBLE;

    private final JdbcClient db;
    private final ProjectRows rows;

    Projects(JdbcClient db, ProjectRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** The parameters of {@link #VISIBLE}. */
    public static Map<String, ?> permissions(Caller caller) {
        return Map.of("everything", caller.is("ADMIN"), "caller", caller.member());
    }

    /** The parameters of {@link #VISIBLE} without a check of permissions. */
    public static Map<String, ?> unrestricted() {
        return Map.of("everything", true, "caller", new UUID(0, 0));
    }

    /** The project with that key or id as it is now; empty also when the caller may not see it. */
    public Optional<ProjectView> find(String key, Caller caller) {
        return find(key, caller, null);
    }

    /** The project as of an instant. Its first version applies to all time before it. */
    public Optional<ProjectView> find(String key, Caller caller, @Nullable Instant at) {
        if (key.indexOf('\0') >= 0) return Optional.empty();
        return db.sql(VIEW + " and (p.key = :key or p.id = cast(:id as uuid))")
                .params(permissions(caller))
                .param("key", key.toUpperCase(Locale.ROOT))
                .param("id", uuid(key))
                .param("at", orNow(at))
                .query((row, _) -> view(rows.read(row)))
                .optional();
    }

    /** Up to {@code limit} projects the caller may see, by key, after the given one. */
    public List<ProjectView> list(Caller caller, boolean archived, String after, int limit, @Nullable Instant at) {
        return db.sql(VIEW + " and p.archived = :archived and p.key > :after order by p.key limit :limit")
                .params(permissions(caller))
                .param("archived", archived)
                .param("after", after)
                .param("limit", limit)
                .param("at", orNow(at))
                .query((row, _) -> view(rows.read(row)))
                .list();
    }

    /** The total number of projects in {@link #list}. */
    public long count(Caller caller, boolean archived) {
        return db.sql("select count(*) from project p where p.archived = :archived and " + VISIBLE)
                .params(permissions(caller))
                .param("archived", archived)
                .query(Long.class)
                .single();
    }

    /** The names of the project's statuses, now and at any past instant. */
    public StatusNames statusNames(UUID project) {
        return new StatusNames(db.sql("select status_id, from_at, to_at, name from project_status where project_id = ?")
                .param(project)
                .query((row, _) -> new StatusNames.Name(
                        row.getString("status_id"),
                        row.getObject("from_at", OffsetDateTime.class),
                        row.getObject("to_at", OffsetDateTime.class),
                        row.getString("name")))
                .list());
    }

    /** Whether the caller may see the project. */
    public boolean maySee(UUID project, Caller caller) {
        return db.sql("select exists (select 1 from project p where p.id = :id and " + VISIBLE + ")")
                .params(permissions(caller))
                .param("id", project)
                .query(Boolean.class)
                .single();
    }

    /** The version that the rows show now; -1 when the project is not shown yet. */
    public long shownVersion(UUID project) {
        return db.sql("select version from project where id = ?")
                .param(project)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private static OffsetDateTime orNow(@Nullable Instant at) {
        return at == null ? OffsetDateTime.MAX : at.atOffset(UTC);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static ProjectView view(ProjectRow row) {
        return new ProjectView(
                row.id(),
                row.key(),
                row.name(),
                row.description(),
                row.visibility().name().toLowerCase(Locale.ROOT),
                row.archived(),
                row.version(),
                ProjectView.WorkflowView.of(row.workflow()),
                row.members(),
                row.startedBy());
    }
}
