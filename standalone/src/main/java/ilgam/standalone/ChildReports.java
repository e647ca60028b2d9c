package ilgam.standalone;

import java.time.Duration;

/** Notes a process' start for others, and prints its death; one that keeps dying during the start ends the start. */
record ChildReports(
        Lifecycle lifecycle, Processes processes, Addresses addresses, HealthReports health, Console console)
        implements Child.Watch {

    private static final int DEATHS_BEFORE_READY = 3;
    private static final int LINES = 15;

    @Override
    public void started(Child child) {
        processes.describe(addresses::write);
    }

    @Override
    public void died(Child child, int exitCode, Duration pause, int deathsInARow) {
        if (lifecycle.isStopping()) return;
        if (!lifecycle.isReady() && deathsInARow >= DEATHS_BEFORE_READY) {
            console.quote(child.log().tail(LINES));
            lifecycle.fail(CannotStart.failed("%s does not start: it %s. Its log: %s."
                    .formatted(
                            child.name(), Signals.explain(exitCode), child.log().file())));
            return;
        }
        console.say("%s %s; starting it again in %.1f s"
                .formatted(child.name(), Signals.explain(exitCode), pause.toMillis() / 1e3));
        health.beginRecovery();
    }
}
