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
 * The reservations of one kind, made by {@link ReservationKinds}. A key is taken before the command is sent, and has one
 * holder. The component that meets the events confirms it or ends it; it is never replayed.
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

    /** What else there is to undo, in the transaction of a release. */
    public Reservations whenReleased(Consumer<Reservation> undo) {
        whenReleased = undo;
        return this;
    }

    /**
     * Takes the key, in the transaction that there is. The same holder may take it again; it is then to be confirmed
     * anew.
     *
     * @return empty when somebody else has it
     */
    public Optional<Reservation> take(String key, UUID holder) {
        return sql("""
                        insert into reservation (kind, key, holder) values (?, ?, ?)
                        on conflict (kind, key) do update set id = excluded.id, taken_at = excluded.taken_at, confirmed = false
                        where reservation.holder = excluded.holder
                        returning *, xmax <> 0 as repeated""", key, holder) // xmax is of the row that was there
                .query((row, _) -> read(row, row.getBoolean("repeated")))
                .optional();
    }

    /**
     * For a rule about several keys: decides and takes in a transaction of its own, while nobody else does so with this
     * kind. What was taken is there for everybody when this returns. Each wait holds a connection, so that none is
     * long.
     *
     * @throws EventStoreAway without asking, as what is decided would come to nothing
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

    /** What this holder has. */
    public List<Reservation> of(UUID holder) {
        return found(sql("select * from reservation where kind = ? and holder = ?", holder));
    }

    /** The event that it was taken for was met: the holder has the key for good. */
    public void confirm(String key, UUID holder) {
        sql("""
                        insert into reservation (kind, key, holder, confirmed) values (?, ?, ?, true)
                        on conflict (kind, key) do update set confirmed = true
                        where reservation.holder = excluded.holder""", key, holder).update();
    }

    /** The same, and what the holder had before goes; what it has taken meanwhile stays until its own event. */
    public void confirmInstead(String key, UUID holder) {
        sql("delete from reservation where kind = ? and key <> ? and holder = ? and confirmed", key, holder)
                .update();
        confirm(key, holder);
    }

    /** An event was met after which the holder has nothing of this kind any more. */
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

    /** A command is answered, or dropped wherever it lies, well before a reservation is that old. */
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
