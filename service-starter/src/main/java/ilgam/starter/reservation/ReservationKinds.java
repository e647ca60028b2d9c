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
 * Makes the kinds of reservations of a context, and sweeps those whose event has not come: their process died, or nobody
 * knows what became of the command. Each is released only after the event store was asked.
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
     * Keys that have one holder for good: the event confirms them.
     *
     * @param isStored whether the holder has the key by its own events; throws when the store cannot be asked
     */
    public Reservations lasting(String kind, Predicate<Reservation> isStored) {
        return add(new Reservations(this, kind, true, isStored));
    }

    /**
     * What is about to happen, for a rule beside it: the event ends it.
     *
     * @param isStored whether it happened by the holder's own events; throws when the store cannot be asked
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
