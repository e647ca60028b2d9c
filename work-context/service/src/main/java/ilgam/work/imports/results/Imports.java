package ilgam.work.imports.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.security.Caller;
import ilgam.work.projects.Projects;

/** The imports as members see them: how far each is, and what it rejected and tidied. */
@Component
public class Imports {

    private final JdbcClient db;
    private final Rejections rejections;
    private final Notes notes;

    Imports(JdbcClient db, Rejections rejections, Notes notes) {
        this.db = db;
        this.rejections = rejections;
        this.notes = notes;
    }

    /** Whether the caller can see the import: they can see its project, or, if that was never started, may import. */
    private static final String VISIBLE = """
            state <> 'spooling' and not exists (
                select from project p where p.id = import.project_id and not\s""" + Projects.VISIBLE + ")";

    private static final String VIEW = """
            select import.*, (select count(*) from import_touched
                              where import_id = import.id and outcome = 'KEPT') as kept
            from import where\s""" + VISIBLE;

    private static final String PAGE = """
             and (cast(:project as text) is null or project_key = :project)
             and (cast(:askedAt as timestamptz) is null or (asked_at, id) < (:askedAt, :after))
            order by asked_at desc, id desc limit :limit""";

    /** The import; empty when there is none with this id that the caller may see. */
    public Optional<ImportView> find(UUID id, Caller caller) {
        return db.sql(VIEW + " and import.id = :import")
                .params(Projects.permissions(caller))
                .param("import", id)
                .query((row, n) ->
                        view(row, rejections.first(id), notes.first(id)).keeping(kept(id)))
                .optional();
    }

    /** The last entry of a page, for the cursor. */
    public record Place(Instant askedAt, UUID id) {}

    /**
     * The newest imports, without rejected lines and notes.
     *
     * @param project the key of their project; null for any
     * @param after the last entry of the page before; null for the first page
     */
    public List<ImportView> newest(Caller caller, @Nullable String project, @Nullable Place after, int limit) {
        return db.sql(VIEW + PAGE)
                .params(Projects.permissions(caller))
                .param("project", project)
                .param("askedAt", after == null ? null : after.askedAt().atOffset(ZoneOffset.UTC))
                .param("after", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, n) -> view(row, List.of(), List.of()))
                .list();
    }

    private List<String> kept(UUID id) {
        return db.sql("""
                select import.project_key || '-' || touched.number from import_touched touched
                join import on import.id = touched.import_id
                where import_id = ? and outcome = 'KEPT' order by touched.number limit ?""").params(id, Notes.SHOWN).query(String.class).list();
    }

    private ImportView view(ResultSet row, List<Rejections.Rejected> rejected, List<Notes.Noted> tidied)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ImportView(
                id,
                row.getString("project_key"),
                row.getString("state"),
                row.getString("failure"),
                row.getString("failure_reason"),
                row.getString("waiting"),
                row.getObject("asked_by", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                new ImportView.Items(
                        row.getLong("items_total"), row.getLong("items_done"), row.getLong("items_unchanged")),
                new ImportView.Events(row.getLong("events_total"), row.getLong("events_done")),
                rejected,
                rejections.count(id),
                tidied,
                notes.count(id),
                List.of(),
                row.getLong("kept"));
    }
}
