package ilgam.starter.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

import ilgam.starter.refusal.Told;

/**
 * The cause of a dead letter: the exception's class, the violated constraint, and the place. Messages of exceptions are
 * left out, because they may quote what a member wrote.
 */
final class Causes {

    private static final int LONGEST = 500;
    private static final String OURS = "ilgam.";
    private static final String STARTER = "ilgam.starter.";

    private Causes() {}

    static ThrowableCause of(Throwable failure) {
        var messages = chain(failure)
                .flatMap(cause -> Stream.ofNullable(message(cause)))
                .toList();
        var message = Stream.concat(messages.stream(), Stream.ofNullable(place(failure)))
                .distinct()
                .collect(Collectors.joining(", "));
        return new ThrowableCause(
                failure.getClass().getName(), message.substring(0, Math.min(LONGEST, message.length())));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static @Nullable String message(Throwable cause) {
        return switch (cause) {
            case PSQLException sql -> message(sql);
            case SQLException sql -> "SQL state " + sql.getSQLState();
            case CommandExecutionException refused
            when reason(refused) instanceof Enum<?> reason -> "refused as " + reason.name();
            default -> null;
        };
    }

    private static @Nullable Object reason(CommandExecutionException refused) {
        var details = refused.getDetails().orElse(null);
        return details instanceof Told withValues ? withValues.reason() : details;
    }

    private static String message(PSQLException failure) {
        var parts = new ArrayList<String>();
        parts.add("SQL state " + failure.getSQLState());
        var server = failure.getServerErrorMessage();
        if (server != null) {
            if (server.getConstraint() != null) parts.add("constraint " + server.getConstraint());
            if (server.getTable() != null) parts.add("table " + server.getTable());
            if (server.getColumn() != null) parts.add("column " + server.getColumn());
        }
        return String.join(", ", parts);
    }

    /** The line where the innermost cause was thrown; in the context's own code if it is on the stack. */
    private static @Nullable String place(Throwable failure) {
        var innermost = chain(failure).toList().reversed();
        return Stream.of(true, false)
                .flatMap(contextsOwn -> innermost.stream()
                        .flatMap(cause -> Stream.of(cause.getStackTrace()))
                        .filter(line -> line.getClassName().startsWith(OURS)
                                && contextsOwn != line.getClassName().startsWith(STARTER)))
                .findFirst()
                .map(line -> "at %s.%s:%d".formatted(line.getClassName(), line.getMethodName(), line.getLineNumber()))
                .orElse(null);
    }
}
