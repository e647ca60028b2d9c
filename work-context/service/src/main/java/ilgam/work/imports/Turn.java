package ilgam.work.imports;

import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The time that a worker may spend on an import while others wait. */
public final class Turn {

    /** After this time, an import lets others go first. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final Progress progress;
    private final UUID id;
    private final long until = System.nanoTime() + LONGEST.toNanos();

    Turn(JdbcClient db, Progress progress, UUID id) {
        this.db = db;
        this.progress = progress;
        this.id = id;
    }

    /**
     * @throws Cancelled when the import was cancelled
     * @throws Over when another import's turn has come
     */
    public void mayGoOn() {
        progress.mustGoOn(id);
        if (System.nanoTime() > until && othersWait()) throw new Over();
    }

    private boolean othersWait() {
        return db.sql("""
                        select exists (select from import
                        where state in ('running', 'cancelling', 'withdrawing') and id <> ? and (leased_until is null or leased_until < now()))""").param(id).query(Boolean.class).single();
    }

    /** The import was cancelled. Items imported so far stay. */
    static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("The import was cancelled.", null, false, false);
        }
    }

    /** The turn is over; the import will continue from here. */
    static final class Over extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Over() {
            super("It is another import's turn.", null, false, false);
        }
    }
}
