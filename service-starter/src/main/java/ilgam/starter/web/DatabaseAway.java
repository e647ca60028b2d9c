package ilgam.starter.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Recognises failures of a database that cannot be reached or is too busy. */
public final class DatabaseAway {

    /**
     * Classes of SQL states: connection, deadlock and serialisation, resources, operator intervention (cancelled
     * statements included), system.
     */
    private static final Set<String> AWAY = Set.of("08", "40", "53", "57", "58");

    /** SQL states of time-outs: idle transactions, long transactions, and waits for a lock. */
    private static final Set<String> ENDED = Set.of("25P03", "25P04", "55P03");

    private DatabaseAway() {}

    /** Whether the failure or one of its causes is of this kind. */
    public static boolean in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql && saysSo(sql.getSQLState()))) return true;
        return false;
    }

    private static boolean saysSo(@Nullable String state) {
        return state != null && state.length() >= 2 && (AWAY.contains(state.substring(0, 2)) || ENDED.contains(state));
    }
}
