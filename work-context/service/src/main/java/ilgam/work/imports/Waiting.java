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

/** Why a running import makes no progress now. It continues automatically. */
public enum Waiting {
    EVENT_STORE_AWAY,
    MEMBER_CONTEXT_AWAY,
    /** This context's own database is unavailable. */
    DATABASE_AWAY,
    /** This instance is stopping; the import continues after the restart or on another instance. */
    STOPPED,
    /** An unexpected failure, which is in the log. The only reason that makes an import fail when it recurs. */
    INTERRUPTED;

    static Waiting after(Exception broken) {
        for (@Nullable Throwable cause = broken; cause != null; cause = cause.getCause())
            if (cause instanceof MemberContextAway away)
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

    /** Whether the cause is outside the import, which is then retried without limit. */
    boolean isOutage() {
        return this != INTERRUPTED;
    }

    /** The name in views and logs. */
    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
