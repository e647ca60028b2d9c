package ilgam.starter.projection;

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

/** Which projections have left their processors, as the database says; every change of it excludes all processors. */
final class ProjectionStates {

    /** Why a projection is not read for by its processor. */
    enum State {
        /** An operator wants it to stay as it is. */
        PAUSED,
        /** A reader of its own brings it level with its processor. */
        CATCHING_UP,
        /** It is made again in other tables by a reader of its own, while its processor keeps these as they are. */
        REBUILDING,
        /** The same, but only to be compared. */
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
     * Does something while no processor of this context handles anything.
     *
     * @throws Refused as 503 when they are all too busy
     */
    <T> T alone(Supplier<T> what) {
        return within(() -> {
            lock();
            return what.get();
        });
    }

    /** As soon as the batches at work have ended: no further one begins while this waits. */
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
                "The projections are busy just now. Please try again in a moment.");
    }

    void set(String projection, State state) {
        database.sql("insert into projection_state (name, state) values (?, ?)"
                        + " on conflict (name) do update set state = excluded.state, since = now()")
                .params(projection, state.name())
                .update();
        changed();
    }

    /** Whether this instance is the one that reads for the projection: it has said so last, or nobody has for a while. */
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
     * Begins a rebuild, or a comparison with one, unless something else goes on already; answers the state that the
     * projection is in now.
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

    /** The tables of a rebuild are to be made anew. */
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

    /** The events that its processor is still to leave out. */
    Set<String> met(String projection) {
        return Set.copyOf(database.sql("select event_identifier from projection_met where name = ?")
                .param(projection)
                .query(String.class)
                .list());
    }

    /** Whether the tables of a rebuild have yet to be made, by the instance that asks first, in its transaction. */
    boolean mustMakeTables(String projection) {
        database.sql("select from projection_state where name = ? for update")
                .param(projection)
                .query(_ -> {});
        return database.sql("""
                        update projection_state set migration = newest.rank
                        from (select max(installed_rank) as rank from flyway_schema_history) newest
                        where name = ? and state = 'REBUILDING' and migration is distinct from newest.rank""").param(projection).update() == 1;
    }

    /** In one transaction, beside all processors, however long its statements take. */
    <T> T within(Supplier<T> what) {
        return transaction.execute(_ -> {
            database.sql("set local statement_timeout = 0").update();
            return what.get();
        });
    }

    /** The processor reads for the projection again, but for events that it has had already. */
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

    /** What every processor has passed long ago. */
    void forgetOld() {
        database.sql("delete from projection_met where met_at < now() - interval '7 days'")
                .update();
    }

    private void changed() {
        database.sql("update projection_generation set generation = generation + 1")
                .update();
    }
}
