package ilgam.starter.reservation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

/**
 * Creates the kinds of reservations of a context, and sweeps reservations whose event has not come, because their
 * process died or their command's outcome is unknown. Each is released only after the event store was asked.
 *
 * <pre>{@code
 * Names(ReservationKinds kinds) {
 *     this.names = kinds.lasting("name", this::isStored);
 * }
 * }</pre>
 */
public class ReservationKinds {

    final JdbcClient db;
    final TransactionTemplate together;
    final TransactionTemplate separately;
    final BooleanSupplier storeIsUp;
    private final List<Reservations> kinds = new CopyOnWriteArrayList<>();

    public ReservationKinds(JdbcClient db, PlatformTransactionManager transactions, BooleanSupplier storeIsUp) {
        this.db = db;
        this.together = new TransactionTemplate(transactions);
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
        this.storeIsUp = storeIsUp;
    }

    /**
     * Keys with one permanent holder, such as unique names: the event confirms the reservation.
     *
     * @param isStored whether the holder's own events say that it has the key; throws when the store cannot be asked
     */
    public Reservations lasting(String kind, Predicate<Reservation> isStored) {
        return add(new Reservations(this, kind, true, isStored));
    }

    /**
     * Announcements of a pending change, for a rule across aggregates: the event ends the reservation.
     *
     * @param isStored whether the holder's own events say that the change happened; throws when the store cannot be
     *     asked
     */
    public Reservations untilTheEvent(String kind, Predicate<Reservation> isStored) {
        return add(new Reservations(this, kind, false, isStored));
    }

    private Reservations add(Reservations kind) {
        kinds.add(kind);
        return kind;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    public void sweep() {
        kinds.forEach(Reservations::sweep);
    }
}
