package ilgam.starter.messaging;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;

import ilgam.starter.web.DatabaseAway;

/** Number and duration of commands by type and outcome, retries after conflicts included. */
final class CommandMetrics {

    private enum Outcome {
        /** Its events were appended, or there was nothing to change. */
        ACCEPTED("accepted"),
        /** A rule of the domain refused it. */
        REFUSED("refused"),
        /** Another append to the same aggregate came first. */
        CONFLICT("conflict"),
        /** The event store could not be reached or did not answer in time. */
        UNAVAILABLE("unavailable"),
        /** It failed because of a bug. */
        FAILED("failed");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        static Outcome of(RuntimeException failure) {
            if (failure instanceof ConcurrentModification || failure instanceof AlreadyExists) return CONFLICT;
            if (failure instanceof AggregateNotFoundException) return REFUSED;
            if (failure instanceof CommandExecutionException refusal
                    && refusal.getDetails().isPresent()) return REFUSED;
            return failure instanceof EventStoreAway || DatabaseAway.in(failure) ? UNAVAILABLE : FAILED;
        }
    }

    private final MeterRegistry registry;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    <R> R measured(Object command, Supplier<R> sending) {
        var began = Timer.start(registry);
        var outcome = Outcome.FAILED;
        try {
            var answer = sending.get();
            outcome = Outcome.ACCEPTED;
            return answer;
        } catch (RuntimeException failure) {
            outcome = Outcome.of(failure);
            throw failure;
        } finally {
            began.stop(timer(command.getClass().getSimpleName(), outcome));
        }
    }

    private Timer timer(String command, Outcome outcome) {
        return Timer.builder("ilgam.commands")
                .description("Commands by type and outcome, from sending to answer")
                .tag("command", command)
                .tag("outcome", outcome.label)
                .register(registry);
    }
}
