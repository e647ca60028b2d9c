package ilgam.work.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import ilgam.work.language.ProjectId;

/** Which worker of which instance runs an import: a lease in the import's row. */
@Component
class Claims {

    /** After this time without a sign of life, another instance takes over. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** The pause before an import that waits for an outage is tried again, so that others go first. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    Claims(JdbcClient db) {
        this.db = db;
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
                .query((row, _) -> claimed(row))
                .optional();
    }

    private static Import claimed(ResultSet row) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_key"),
                row.getBoolean("own_project"),
                statuses(row.getString("statuses")),
                Step.of(row.getString("step")),
                row.getInt("tries"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getObject("withdrawn_by", UUID.class))
                        .orElse(row.getObject("asked_by", UUID.class)));
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
}
