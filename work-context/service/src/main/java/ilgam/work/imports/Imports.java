package ilgam.work.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.work.language.ProjectId;
import ilgam.work.projects.ProjectView;

/** The imports asked for, how far they are, and which instance works at them. */
@Component
public class Imports {

    /** After this long without a sign of life another instance goes on. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Rejections rejections;

    Imports(JdbcClient db, Rejections rejections) {
        this.db = db;
        this.rejections = rejections;
    }

    /** The import as it is now, or empty where there is none with this id. */
    public Optional<ImportView> find(UUID id) {
        return db.sql("select * from import where id = ? and state <> 'spooling'")
                .param(id)
                .query((row, n) -> view(row, rejections.first(id), rejections.count(id)))
                .optional();
    }

    /** The newest imports, without their rejected lines. */
    public List<ImportView> newest(int limit) {
        return db.sql("select * from import where state <> 'spooling' order by asked_at desc limit ?")
                .param(limit)
                .query((row, n) -> view(row, List.of(), rejections.count(row.getObject("id", UUID.class))))
                .list();
    }

    private static ImportView view(ResultSet row, List<Rejections.Rejected> rejected, long total) throws SQLException {
        return new ImportView(
                row.getObject("id", UUID.class),
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
                total);
    }

    /** An import nobody works at, now this worker's; the oldest first. */
    Optional<Import> claim(UUID worker) {
        return db.sql("""
                        update import set leased_by = ?, leased_until = now() + ?::interval, tries = tries + 1
                        where id = (select id from import
                                    where state = 'running' and (leased_until is null or leased_until < now())
                                    order by asked_at limit 1 for update skip locked)
                        returning *""")
                .params(worker, LEASE.toString())
                .query((row, n) -> new Import(
                        row.getObject("id", UUID.class),
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getString("project_key"),
                        row.getBoolean("own_project"),
                        statuses(row.getString("statuses")),
                        row.getString("step"),
                        row.getInt("tries")))
                .optional();
    }

    private static Map<String, String> statuses(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /** Tells that the worker is alive; false once another one took the import over. */
    boolean keep(UUID id, UUID worker) {
        return db.sql("update import set leased_until = now() + ?::interval where id = ? and leased_by = ?")
                        .params(LEASE.toString(), id, worker)
                        .update()
                == 1;
    }

    /** The upload is whole and its project known: work can begin. */
    void accept(UUID id, ProjectView project) {
        db.sql("""
                update import set project_key = ?, project_id = ?, statuses = cast(? as jsonb), state = 'running',
                    asked_at = now() where id = ?""")
                .params(project.key(), project.id(), JSON.writeValueAsString(SourceWorkflow.idsOf(project)), id)
                .update();
    }

    /**
     * Another turn, or another instance, takes it up; this turn does not count as a try.
     *
     * @param waiting what it waits for, for those who look at it
     */
    void release(UUID id, UUID worker, String waiting) {
        db.sql("""
                update import set leased_until = null, leased_by = null, waiting = ?, tries = greatest(tries - 1, 0)
                where id = ? and leased_by = ?""").params(waiting, id, worker).update();
    }

    /** Another turn, or another instance, takes it up after a while; other imports go first. */
    void retry(UUID id, UUID worker, String waiting, Duration pause) {
        db.sql("""
                update import set leased_until = now() + ?::interval, leased_by = null, waiting = ?
                where id = ? and leased_by = ?""").params(pause.toString(), waiting, id, worker).update();
    }

    String step(UUID id) {
        return db.sql("select step from import where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    void next(UUID id, String step) {
        db.sql("update import set step = ?, waiting = null, tries = 0 where id = ?")
                .params(step, id)
                .update();
    }

    void dealtWith(UUID id, long items, long unchanged, long events) {
        db.sql("""
                update import set items_done = items_done + ?, items_unchanged = items_unchanged + ?,
                    events_done = events_done + ?, waiting = null, tries = 0 where id = ?""").params(items, unchanged, events, id).update();
    }

    /**
     * The import is over, though not whole: what it was made of goes, what it brought stays. Nothing happens once
     * another worker took the import over.
     */
    void fail(UUID id, UUID worker, ImportFailure failure) {
        boolean isOurs = db.sql("""
                        update import set state = 'failed', failure = ?, failure_reason = ?, waiting = null,
                            leased_until = null
                        where id = ? and leased_by = ?""")
                        .params(
                                String.valueOf(failure.getMessage()),
                                failure.reason().word(),
                                id,
                                worker)
                        .update()
                == 1;
        if (isOurs) clear(id);
    }

    /** The import is over: what it was made of goes, what it says stays. */
    void done(UUID id) {
        clear(id);
        db.sql("update import set state = 'done', waiting = null, leased_until = null where id = ?")
                .param(id)
                .update();
    }

    private void clear(UUID id) {
        for (var table : List.of("import_event", "import_item", "import_person", "import_part"))
            db.sql("delete from " + table + " where import_id = ?").param(id).update();
    }

    /** Uploads that broke off are forgotten. */
    void sweep() {
        db.sql("delete from import where state = 'spooling' and asked_at < now() - interval '1 hour'")
                .update();
    }
}
