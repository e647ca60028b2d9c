package ilgam.starter.messaging;

import java.util.regex.Pattern;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Whether a command failed because another append came first. */
enum Conflict {
    NONE,
    OVERTAKEN,
    EXISTS_ALREADY;

    private static final String INVALID_SEQUENCE = "AXONIQ-2000";
    private static final Pattern FIRST_OF_STREAM = Pattern.compile("sequence number:? 0\\b");

    static Conflict in(Throwable failure) {
        if (failure instanceof CommandExecutionException refusal
                && refusal.getDetails().isPresent()) return NONE;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AggregateStreamCreationException) return EXISTS_ALREADY;
            if (cause instanceof ConcurrencyException) return OVERTAKEN;
            var message = String.valueOf(cause.getMessage());
            if (message.contains(INVALID_SEQUENCE) || cause.toString().contains(INVALID_SEQUENCE))
                return FIRST_OF_STREAM.matcher(message).find() ? EXISTS_ALREADY : OVERTAKEN;
        }
        return NONE;
    }
}
