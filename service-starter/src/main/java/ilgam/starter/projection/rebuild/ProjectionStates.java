package ilgam.starter.projection.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/**
 * The projections that are separated from their processors, stored in the database; every change stops all processors
 * for a moment.
 */
final class ProjectionStates {

    /** Why a projection's processor skips it. */
    enum State {
        /** An operator paused it. */
        PAUSED,
        /** Its own reader catches up with the processor. */
        CATCHING_UP,
        /** Its own reader rebuilds it in other tables, while the processor keeps the present ones up to date. */
        REBUILDING,
        /** As {@link #REBUILDING}, but the result is only compared. */
        COMPARING;

        private static State of(ResultSet row) throws SQLException {
            return row.getBoolean("compare") ? COMPARING : valueOf(row.getString("state"));
        }

        boolean isRebuild() {
            return this == REBUILDING || this == COMPARING;
        }
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ProjectionStates(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Map<String, State> all() {
        var states = new HashMap<String, State>();
        database.sql("select name, state, compare from projection_state").query(row -> {
            states.put(row.getString("name"), State.of(row));
        });
        return states;
    }

    /**
     * Runs something while no processor of this context handles events.
     *
     * @throws Refused as 503 when the processors are too busy
     */
    <T> T alone(Supplier<T> what) {
        return within(() -> {
            lock();
            return what.get();
        });
    }

    /** Takes the exclusive lock as soon as the running batches have ended; no further batch begins while this waits. */
    private void lock() {
        try {
            database.sql("set local lock_timeout = '10s'").update();
            database.sql("select pg_advisory_xact_lock(7310581)").query(_ -> {});
            database.sql("set local lock_timeout = 0").update();
        } catch (PessimisticLockingFailureException late) {
            throw busy();
        }
    }

    static Refused busy() {
        return new Refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                CommonReason.PROJECTIONS_BUSY,
                "The projections are busy. Please try again in a moment.");
    }

    void set(String projection, State state) {
        database.sql("insert into projection_state (name, state) values (?, ?)"
                        + " on conflict (name) do update set state = excluded.state, since = now()")
                .params(projection, state.name())
                .update();
        changed();
    }

    /** Claims the projection's reader for an instance; true if it had the claim, or if the last one has expired. */
    boolean claim(String projection, UUID instance) {
        return database.sql("""
                        update projection_state set reader = :instance, read_until = now() + interval '10 s'
                        where name = :name and (reader = :instance or read_until is null or read_until < now())""")
                        .param("name", projection)
                        .param("instance", instance)
                        .update()
                == 1;
    }

    /**
     * Starts a rebuild, or a comparison with one, unless the projection is in another state; returns its present state.
     */
    State beginRebuild(String projection, boolean compare) {
        database.sql("insert into projection_state (name, state, compare) values (?, 'REBUILDING', ?)"
                        + " on conflict do nothing")
                .params(projection, compare)
                .update();
        return database.sql("select state, compare from projection_state where name = ? for update")
                .param(projection)
                .query((row, _) -> State.of(row))
                .single();
    }

    /** Has the tables of a rebuild created again. */
    void forgetTables(String projection) {
        database.sql("update projection_state set migration = null where name = ?")
                .param(projection)
                .update();
    }

    void endComparison(String projection) {
        database.sql("delete from projection_state where name = ? and compare")
                .param(projection)
                .update();
    }

    /** The events that the projection's processor must still skip. */
    Set<String> met(String projection) {
        return Set.copyOf(database.sql("select event_identifier from projection_met where name = ?")
                .param(projection)
                .query(String.class)
                .list());
    }

    /** Whether the tables of a rebuild must be created; true for the first instance that asks, in its transaction. */
    boolean mustMakeTables(String projection) {
        database.sql("select from projection_state where name = ? for update")
                .param(projection)
                .query(_ -> {});
        return database.sql("""
                        update projection_state set migration = newest.rank
                        from (select max(installed_rank) as rank from flyway_schema_history) newest
                        where name = ? and state = 'REBUILDING' and migration is distinct from newest.rank""").param(projection).update() == 1;
    }

    /** Runs something in one transaction without a statement time-out, while processors go on. */
    <T> T within(Supplier<T> what) {
        return transaction.execute(_ -> {
            database.sql("set local statement_timeout = 0").update();
            return what.get();
        });
    }

    /** Returns the projection to its processor, which skips the events that the projection has handled. */
    void end(String projection, Collection<String> met) {
        database.sql("delete from projection_state where name = ?")
                .param(projection)
                .update();
        database.sql("delete from projection_met where name = ?")
                .param(projection)
                .update();
        database.sql("insert into projection_met (name, event_identifier) select ?, * from unnest(?::text[])")
                .params(projection, met.toArray(String[]::new))
                .update();
        changed();
    }

    /** Deletes skipped events that every processor has passed long ago. */
    void forgetOld() {
        database.sql("delete from projection_met where met_at < now() - interval '7 days'")
                .update();
    }

    private void changed() {
        database.sql("update projection_generation set generation = generation + 1")
                .update();
    }
}
