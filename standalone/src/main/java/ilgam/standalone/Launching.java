package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Supplier;

import ilgam.standalone.Processes.Role;

/** How each kind of process is started, and how long it has to stop. */
record Launching(
        Checkout checkout,
        DataFolder data,
        Spawner spawner,
        Processes processes,
        Addresses addresses,
        Child.Watch watch) {

    void launch(PostgresServer postgres) {
        // PostgreSQL's fast shutdown.
        launch(Role.DATABASE, "postgresql", postgres::start, "INT", Duration.ofSeconds(30));
    }

    void launchContext(Service context) {
        launch(Role.CONTEXT, context, Duration.ofSeconds(20));
    }

    void launchGateway(Service gateway) {
        launch(Role.GATEWAY, gateway, Duration.ofSeconds(10));
    }

    void launch(Monitor monitor) {
        launch(
                Role.MONITOR,
                monitor.name(),
                () -> spawner.spawn(monitor.process(data.observe()), Spawner.Orphaned.KILL, false),
                "TERM",
                Duration.ofSeconds(10));
    }

    private void launch(Role role, Service service, Duration patience) {
        var warm = WarmStart.of(checkout.cache(), service, checkout.jar(service.module()));
        var scratch = data.scratch().resolve(service.name());
        try {
            Files.createDirectories(scratch);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        launch(
                role,
                service.name(),
                () -> spawner.spawn(
                        addresses.onFreePort(service.name()).process(warm.arguments(), scratch),
                        Spawner.Orphaned.KILL,
                        false),
                "TERM",
                patience);
    }

    private void launch(Role role, String name, Supplier<Process> start, String stopSignal, Duration patience) {
        var log = new LogFile(data.logs().resolve(name + ".log"));
        processes.launch(role, new Child(new Child.Plan(name, start, stopSignal, patience, log), watch));
    }
}
