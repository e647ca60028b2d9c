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

    /** An import into a project that the caller sees; one whose project came to nothing is for all who may import. */
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

    /** The import as it is now, or empty where there is none with this id, or none that the caller may see. */
    public Optional<ImportView> find(UUID id, Caller caller) {
        return db.sql(VIEW + " and import.id = :import")
                .params(Projects.permissions(caller))
                .param("import", id)
                .query((row, n) ->
                        view(row, rejections.first(id), notes.first(id)).keeping(kept(id)))
                .optional();
    }

    /** Where a page of the list ended. */
    public record Place(Instant askedAt, UUID id) {}

    /**
     * The newest imports, without their rejected lines and notes.
     *
     * @param project the key of the project that they brought work into; null for any
     * @param after what they are older than; null for the first page
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

    /** An import nobody works at, now this worker's; they take turns, the oldest first. */
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

        /**
         * @throws Cancelled when somebody cancelled it
         * @throws TurnOver when it is another import's turn
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

    /** @throws Cancelled when somebody cancelled it */
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

    /** Somebody cancelled the import; what it brought stays for now. */
    static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("The import was cancelled.", null, false, false);
        }
    }

    /**
     * While it runs, it is cancelled, afterwards withdrawn; again changes nothing.
     *
     * @param by whose wish it is
     */
    public void takeBack(UUID id, UUID by) {
        db.sql("""
                update import set withdrawn_by = ?, tries = 0, failure = null, failure_reason = null, waiting = null,
                    state = case state when 'running' then 'cancelling' else 'withdrawing' end,
                    step = case state when 'running' then step else 'withdraw' end,
                    leased_until = case state when 'running' then leased_until end
                where id = ? and state in ('running', 'done', 'failed', 'cancelled')""").params(by, id).update();
    }

    /** Whether the import was withdrawn, so that it can be brought back, which begins now. */
    public boolean bringBack(UUID id, UUID by) {
        return db.sql("""
                        update import set withdrawn_by = ?, state = 'running', step = 'restore', tries = 0,
                            leased_until = null
                        where id = ? and (state = 'withdrawn' or (state = 'running' and step = 'restore'))""").params(by, id).update() == 1;
    }

    /** The import came to an end in this state: what it was made of goes, what it says stays. */
    @Transactional
    void end(UUID id, String state) {
        clear(id);
        db.sql("update import set state = ?, waiting = null, tries = 0, leased_until = null where id = ?")
                .params(state, id)
                .update();
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
     * The import is over, though not whole: what it was made of goes, what it brought stays. Nothing happens once
     * another worker took the import over.
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
        db.sql("set local statement_timeout = 0").update(); // all of the import at once
        db.sql("""
                insert into import_touched (import_id, item_id, number)
                select import_id, item_id, number from import_item where import_id = ? on conflict do nothing""").param(id).update();
        for (var table : List.of("import_event", "import_item", "import_person", "import_part"))
            db.sql("delete from " + table + " where import_id = ?").param(id).update();
    }

    /** Uploads that broke off are forgotten. */
    void sweep() {
        db.sql("delete from import where state = 'spooling' and asked_at < now() - interval '1 hour'")
                .update();
    }
}
