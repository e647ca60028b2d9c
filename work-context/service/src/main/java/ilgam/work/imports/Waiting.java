package ilgam.work.imports;

import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import ilgam.starter.messaging.EventStoreAway;

/** Why a running import does not get on just now. It goes on by itself. */
enum Waiting {
    EVENT_STORE_AWAY,
    MEMBER_CONTEXT_AWAY,
    /** This context's own database. */
    DATABASE_AWAY,
    /** This instance stops; it goes on after the restart, or another instance does. */
    STOPPED,
    /** Something else broke; the log says what. The one reason that ends an import when it comes again and again. */
    INTERRUPTED;

    static Waiting after(Exception broken) {
        for (@Nullable Throwable cause = broken; cause != null; cause = cause.getCause())
            if (cause instanceof PeopleAnnouncer.Away away)
                return away.eventStore() ? EVENT_STORE_AWAY : MEMBER_CONTEXT_AWAY;
        if (EventStoreAway.isIn(broken instanceof ExecutionException ? broken.getCause() : broken))
            return EVENT_STORE_AWAY;
        for (@Nullable Throwable cause = broken; cause != null; cause = cause.getCause())
            if (isOfDatabase(cause)) return DATABASE_AWAY;
            else if (isOfStop(cause)) return STOPPED;
        return INTERRUPTED;
    }

    private static boolean isOfDatabase(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException
                || cause instanceof CannotCreateTransactionException
                || (cause instanceof SQLException failed
                        && String.valueOf(failed.getSQLState()).matches("08...|57P0[123]"));
    }

    private static boolean isOfStop(Throwable cause) {
        return cause instanceof InterruptedException || cause instanceof RejectedExecutionException;
    }

    /** Whether it has nothing to do with the import, which so is tried for as long as it takes. */
    boolean isOutage() {
        return this != INTERRUPTED;
    }

    /** As views and logs name it. */
    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
