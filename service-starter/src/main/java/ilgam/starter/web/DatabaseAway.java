package ilgam.starter.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Whether a failure only says that the database cannot be reached, or is too busy. */
public final class DatabaseAway {

    /** SQL state classes: connection, deadlock and the like, resources, operator (a cancelled statement too), system. */
    private static final Set<String> AWAY = Set.of("08", "40", "53", "57", "58");

    /** What the server ended because it waited, or lasted, too long: transactions, or a wait for a lock. */
    private static final Set<String> ENDED = Set.of("25P03", "25P04", "55P03");

    private DatabaseAway() {}

    /** Looks at its causes too. */
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
