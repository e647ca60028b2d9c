package ilgam.standalone;

import java.time.Duration;

/** Prints when everything is ready again after a process has died, and when the event store is away and back. */
final class HealthReports {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Options options;
    private final Lifecycle lifecycle;
    private final Console console;
    private volatile boolean recovering;

    HealthReports(Options options, Lifecycle lifecycle, Console console) {
        this.options = options;
        this.lifecycle = lifecycle;
        this.console = console;
    }

    /** A process has died, and is started again. */
    void beginRecovery() {
        recovering = true;
    }

    void start(Health health) {
        Thread.ofPlatform().name("recovery").daemon().start(() -> reportRecovery(health));
        if (options.events() == Options.Events.AXON_SERVER)
            Thread.ofPlatform().name("event-store").daemon().start(() -> reportEventStore(health));
    }

    private void reportRecovery(Health health) {
        while (!lifecycle.isStopping()) {
            Pause.of(EVERY);
            if (!recovering || !health.allReady()) continue;
            recovering = false;
            console.say("everything is ready again");
        }
    }

    private void reportEventStore(Health health) {
        var reported = "up";
        while (!lifecycle.isStopping()) {
            Pause.of(EVERY);
            var now = health.eventStore().orElse(reported);
            if (now.equals(reported)) continue;
            reported = now;
            console.say("the event store at %s %s"
                    .formatted(
                            options.axonServers(),
                            switch (now) {
                                case "up" -> "is back";
                                case "refused" ->
                                    "refuses the token of this system: reads go on, changes are answered with 503";
                                default -> "is away: reads go on, changes are answered with 503";
                            }));
        }
    }
}
