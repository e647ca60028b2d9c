package ilgam.work.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.security.Caller;
import ilgam.work.language.ProjectId;
import ilgam.work.projects.ProjectView;
import ilgam.work.projects.Projects;

/** The rows of imports: their progress, and the instance that runs each. */
@Component
public class Imports {

    /** After this time without a sign of life, another instance takes over. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** After this time, an import lets others go first. */
    private static final Duration TURN = Duration.ofSeconds(10);

    /** The pause before an import that waits for an outage is tried again, so that others go first. */
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

    /** Claims an import that no worker has, for this worker. Imports take turns, the oldest first. */
    Optional<Import> claim(UUID worker) {
        return db.sql("""
                        update import set leased_by = ?, leased_until = now() + ?::interval, tries = tries + 1, turn_at = now()
                        where id = (select id from import
                                    where state in ('running', 'cancelling', 'withdrawing')
                                        and (leased_until is null or leased_until < now())
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
                        row.getTimestamp("asked_at").toInstant(),
                        Optional.ofNullable(row.getObject("withdrawn_by", UUID.class))
                                .orElse(row.getObject("asked_by", UUID.class))))
                .optional();
    }

    private static Map<String, String> statuses(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /** Extends the worker's claim; false when another worker has taken over. */
    boolean keep(UUID id, UUID worker) {
        return db.sql("update import set leased_until = now() + ?::interval where id = ? and leased_by = ?")
                        .params(LEASE.toString(), id, worker)
                        .update()
                == 1;
    }

    /** Makes the import ready to run: the upload is complete and its project known. */
    void accept(UUID id, ProjectView project) {
        db.sql("""
                update import set project_key = ?, project_id = ?, statuses = cast(? as jsonb), state = 'running',
                    asked_at = now() where id = ?""")
                .params(project.key(), project.id(), JSON.writeValueAsString(SourceWorkflow.idsOf(project)), id)
                .update();
    }

    /**
     * Releases the import for another turn or instance. The turn does not count as a try.
     *
     * @param waiting what it waits for, as shown in views; null for nothing
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

    /** Releases the import for another try after a pause, so that others go first. */
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

    /** Counts items that were valid but refused by a rule. */
    void refused(UUID id, long items, long events) {
        db.sql("update import set items_total = items_total - ?, events_total = events_total - ? where id = ?")
                .params(items, events, id)
                .update();
    }

    /** The time that a worker may spend on an import while others wait. */
    final class Turn {

        private final UUID id;
        private final long until = System.nanoTime() + TURN.toNanos();

        private Turn(UUID id) {
            this.id = id;
        }

        /**
         * @throws Cancelled when the import was cancelled
         * @throws TurnOver when another import's turn has come
         */
        void mayGoOn() {
            mustGoOn(id);
            if (System.nanoTime() > until && othersWait()) throw new TurnOver();
        }

        private boolean othersWait() {
            return db.sql("""
                            select exists (select from import
                            where state in ('running', 'cancelling', 'withdrawing') and id <> ? and (leased_until is null or leased_until < now()))""").param(id).query(Boolean.class).single();
        }
    }

    /** @throws Cancelled when the import was cancelled */
    void mustGoOn(UUID id) {
        if (state(id).equals("cancelling")) throw new Cancelled();
    }

    private String state(UUID id) {
        return db.sql("select state from import where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The import was cancelled. Items imported so far stay. */
    static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("The import was cancelled.", null, false, false);
        }
    }

    /**
     * Cancels a running import, and withdraws a finished one. Repeated calls change nothing.
     *
     * @param by the member who requested it
     */
    public void takeBack(UUID id, UUID by) {
        db.sql("""
                update import set withdrawn_by = ?, tries = 0, failure = null, failure_reason = null, waiting = null,
                    state = case state when 'running' then 'cancelling' else 'withdrawing' end,
                    step = case state when 'running' then step else 'withdraw' end,
                    leased_until = case state when 'running' then leased_until end
                where id = ? and state in ('running', 'done', 'failed', 'cancelled')""").params(by, id).update();
    }

    /** Restores the import's items; false when it was not withdrawn. */
    public boolean bringBack(UUID id, UUID by) {
        return db.sql("""
                        update import set withdrawn_by = ?, state = 'running', step = 'restore', tries = 0,
                            leased_until = null
                        where id = ? and (state = 'withdrawn' or (state = 'running' and step = 'restore'))""").params(by, id).update() == 1;
    }

    /** Ends the import in this state: deletes its working data, keeps its results. */
    @Transactional
    void end(UUID id, String state) {
        clear(id);
        db.sql("update import set state = ?, waiting = null, tries = 0, leased_until = null where id = ?")
                .params(state, id)
                .update();
    }

    /** The turn is over; the import will continue from here. */
    static final class TurnOver extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TurnOver() {
            super("It is another import's turn.", null, false, false);
        }
    }

    Turn turn(UUID id) {
        return new Turn(id);
    }

    void gotOn(UUID id) {
        db.sql("update import set waiting = null, tries = 0 where id = ?")
                .param(id)
                .update();
    }

    void dealtWith(UUID id, long items, long unchanged, long events) {
        db.sql("""
                update import set items_done = items_done + ?, items_unchanged = items_unchanged + ?,
                    events_done = events_done + ?, waiting = null, tries = 0 where id = ?""").params(items, unchanged, events, id).update();
    }

    /**
     * Ends the import as incomplete: deletes its working data, keeps its items. A no-op once another worker has taken
     * over.
     */
    @Transactional
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

    private void clear(UUID id) {
        db.sql("set local statement_timeout = 0").update(); // deletes the whole import at once
        db.sql("""
                insert into import_touched (import_id, item_id, number)
                select import_id, item_id, number from import_item where import_id = ? on conflict do nothing""").param(id).update();
        for (var table : List.of("import_event", "import_item", "import_person", "import_part"))
            db.sql("delete from " + table + " where import_id = ?").param(id).update();
    }

    /** Deletes uploads that were interrupted. */
    void sweep() {
        db.sql("delete from import where state = 'spooling' and asked_at < now() - interval '1 hour'")
                .update();
    }
}
