package ilgam.starter.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import ilgam.starter.messaging.EventStoreAway;

/**
 * The reservations of one kind, created by {@link ReservationKinds}. A key is reserved before the command is sent, and
 * has one holder. The component that handles the events confirms or ends the reservation; it is never replayed.
 */
public final class Reservations {

    private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);

    private final ReservationKinds all;
    private final String kind;
    private final boolean lasting;
    private final Predicate<Reservation> isStored;
    private Consumer<Reservation> whenReleased = _ -> {};

    Reservations(ReservationKinds all, String kind, boolean lasting, Predicate<Reservation> isStored) {
        this.all = all;
        this.kind = kind;
        this.lasting = lasting;
        this.isStored = isStored;
    }

    /** Adds what else must be undone, in the transaction of a release. */
    public Reservations whenReleased(Consumer<Reservation> undo) {
        whenReleased = undo;
        return this;
    }

    /**
     * Reserves the key, in the current transaction. The same holder may reserve it again, after which it must be
     * confirmed again.
     *
     * @return empty if another holder has the key
     */
    public Optional<Reservation> take(String key, UUID holder) {
        return sql("""
                        insert into reservation (kind, key, holder) values (?, ?, ?)
                        on conflict (kind, key) do update set id = excluded.id, taken_at = excluded.taken_at, confirmed = false
                        where reservation.holder = excluded.holder
                        returning *, xmax <> 0 as repeated""", key, holder) // xmax is not 0 if the row existed
                .query((row, _) -> read(row, row.getBoolean("repeated")))
                .optional();
    }

    /**
     * For a rule over several keys: runs the decision in a transaction of its own, while no other decision of this kind
     * runs. Its reservations are committed when this returns. Each waiting caller holds a connection, so waits are
     * short.
     *
     * @throws EventStoreAway at once, because the command could not be sent anyway
     */
    public <R> R oneAtATime(Supplier<R> decision) {
        if (!all.storeIsUp.getAsBoolean()) throw EventStoreAway.notSent();
        return Objects.requireNonNull(all.separately.execute(_ -> {
            all.db.sql("set local lock_timeout = '2s'").update();
            sql("select pg_advisory_xact_lock(hashtextextended('reservation ' || ?, 0))")
                    .query(_ -> {});
            return decision.get();
        }));
    }

    /** The reservations of this holder. */
    public List<Reservation> of(UUID holder) {
        return found(sql("select * from reservation where kind = ? and holder = ?", holder));
    }

    /** Confirms the key after the event: the holder keeps it. */
    public void confirm(String key, UUID holder) {
        sql("""
                        insert into reservation (kind, key, holder, confirmed) values (?, ?, ?, true)
                        on conflict (kind, key) do update set confirmed = true
                        where reservation.holder = excluded.holder""", key, holder).update();
    }

    /**
     * Confirms the key after the event, and releases the holder's earlier confirmed keys; unconfirmed ones stay until
     * their own event.
     */
    public void confirmInstead(String key, UUID holder) {
        sql("delete from reservation where kind = ? and key <> ? and holder = ? and confirmed", key, holder)
                .update();
        confirm(key, holder);
    }

    /** Ends all of the holder's reservations of this kind after the event. */
    public void end(UUID holder) {
        sql("delete from reservation where kind = ? and holder = ?", holder).update();
    }

    void releaseUnlessStored(Reservation taken) {
        if (!all.storeIsUp.getAsBoolean()) return;
        try {
            if (!isStored.test(taken)) remove(taken);
            else if (lasting)
                sql("update reservation set confirmed = true where kind = ? and holder = ? and id = ?", taken)
                        .update();
        } catch (RuntimeException later) {
            LOG.warn("A reservation ({}) of {} waits for the next sweep: {}", kind, taken.holder(), later.toString());
        }
    }

    /**
     * Releases old reservations whose event is not in the store. By that age, their command has been answered or
     * dropped.
     */
    void sweep() {
        found(sql("""
                        select * from reservation where kind = ? and not confirmed
                        and taken_at < now() - interval '2 minutes' order by random() limit 1000""")).forEach(this::releaseUnlessStored);
    }

    private void remove(Reservation taken) {
        all.together.executeWithoutResult(_ -> {
            var removed =
                    sql("delete from reservation where kind = ? and holder = ? and id = ? and not confirmed", taken);
            if (removed.update() == 1) whenReleased.accept(taken);
        });
    }

    private StatementSpec sql(String sql, Object... parameters) {
        return all.db.sql(sql).param(kind).params(parameters);
    }

    private StatementSpec sql(String sql, Reservation taken) {
        return sql(sql, taken.holder(), taken.id());
    }

    private List<Reservation> found(StatementSpec query) {
        return query.query((row, _) -> read(row, false)).list();
    }

    private Reservation read(ResultSet row, boolean repeated) throws SQLException {
        return new Reservation(
                this,
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getObject("holder", UUID.class),
                row.getBoolean("confirmed"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                repeated);
    }
}
