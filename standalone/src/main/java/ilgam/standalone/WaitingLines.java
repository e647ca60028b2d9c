package ilgam.standalone;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Repeats what the contexts' logs say that they wait for while they start: at once, then every ten seconds. */
final class WaitingLines {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Pattern WAITING = Pattern.compile("Waiting for (the event store at .*)");

    private final Consumer<String> say;
    private long saidAt = System.nanoTime() - EVERY.toNanos();

    WaitingLines(Consumer<String> say) {
        this.say = say;
    }

    /** Whether a context waits; checks and reports every ten seconds only. */
    boolean report(Collection<LogFile> logs) {
        if (System.nanoTime() - saidAt < EVERY.toNanos()) return false;
        var waiting = logs.stream()
                .flatMap(log -> log.tail(1).stream())
                .map(WaitingLines::in)
                .flatMap(Optional::stream)
                .findFirst();
        if (waiting.isEmpty()) return false;
        saidAt = System.nanoTime();
        say.accept("waiting for " + waiting.get());
        return true;
    }

    static Optional<String> in(String line) {
        var waiting = WAITING.matcher(line);
        return waiting.find() ? Optional.of(waiting.group(1)) : Optional.empty();
    }
}
