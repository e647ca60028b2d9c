package ilgam.work.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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

    /** After this long an import lets others go first. */
    private static final Duration TURN = Duration.ofSeconds(10);

    /** What waits for an outage to end is looked at again after this long, so that others go first. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Rejections rejections;
    private final Notes notes;

    Imports(JdbcClient db, Rejections rejections, Notes notes) {
        this.db = db;
        this.rejections = rejections;
        this.notes = notes;
    }

    /** The import as it is now, or empty where there is none with this id. */
    public Optional<ImportView> find(UUID id) {
        return db.sql("select * from import where id = ? and state <> 'spooling'")
                .param(id)
                .query((row, n) -> view(row, rejections.first(id), notes.first(id)))
                .optional();
    }

    /** The newest imports, without their rejected lines and notes. */
    public List<ImportView> newest(int limit) {
        return db.sql("select * from import where state <> 'spooling' order by asked_at desc limit ?")
                .param(limit)
                .query((row, n) -> view(row, List.of(), List.of()))
                .list();
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
                notes.count(id));
    }

    /** An import nobody works at, now this worker's; they take turns, the oldest first. */
    Optional<Import> claim(UUID worker) {
        return db.sql("""
                        update import set leased_by = ?, leased_until = now() + ?::interval, tries = tries + 1, turn_at = now()
                        where id = (select id from import
                                    where state = 'running' and (leased_until is null or leased_until < now())
                                    order by turn_at nulls first, asked_at limit 1 for update skip locked)
                        returning *""")
                .params(worker, LEASE.toString())
                .query((row, n) -> new Import(
                        row.getObject("id", UUID.class),
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getString("project_key"),
                        row.getBoolean("own_project"),
                        statuses(row.getString("statuses")),
                        row.getString("step"),
                        row.getInt("tries"),
                        row.getTimestamp("asked_at").toInstant()))
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
    void release(UUID id, UUID worker, @Nullable String waiting) {
        var pause = waiting == null ? Duration.ZERO : PAUSE;
        db.sql("""
                update import set leased_until = now() + ?::interval, leased_by = null, waiting = ?,
                    tries = greatest(tries - 1, 0)
                where id = ? and leased_by = ?""")
                .param(pause.toString())
                .param(waiting)
                .param(id)
                .param(worker)
                .update();
    }

    /** Another turn, or another instance, takes it up after a while; other imports go first. */
    void retry(UUID id, UUID worker, String waiting, Duration pause) {
        db.sql("""
                update import set leased_until = now() + ?::interval, leased_by = null, waiting = ?
                where id = ? and leased_by = ?""")
                .param(pause.toString())
                .param(waiting)
                .param(id)
                .param(worker)
                .update();
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

    /** Items that a rule of ours refused, though they made sense. */
    void refused(UUID id, long items, long events) {
        db.sql("update import set items_total = items_total - ?, events_total = events_total - ? where id = ?")
                .params(items, events, id)
                .update();
    }

    /** How long a worker may stay with an import while others wait. */
    final class Turn {

        private final UUID id;
        private final long until = System.nanoTime() + TURN.toNanos();

        private Turn(UUID id) {
            this.id = id;
        }

        /** @throws TurnOver when it is another import's turn */
        void mayGoOn() {
            if (System.nanoTime() > until && othersWait()) throw new TurnOver();
        }

        private boolean othersWait() {
            return db.sql("""
                            select exists (select from import
                            where state = 'running' and id <> ? and (leased_until is null or leased_until < now()))""").param(id).query(Boolean.class).single();
        }
    }

    /** Another import goes first; this one goes on where it is. */
    static final class TurnOver extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TurnOver() {
            super("It is another import's turn.", null, false, false);
        }
    }

    Turn turn(UUID id) {
        return new Turn(id);
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
