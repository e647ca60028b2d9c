package ilgam.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import ilgam.standalone.Processes.Role;

/** The running system: starts its processes in order, and stops them in order. */
final class Standalone {

    private static final Duration CALM = Duration.ofSeconds(20);

    private final Options options;
    private final Checkout checkout;
    private final DataFolder data;
    private final Console console;
    private final Lifecycle lifecycle;
    private final Processes processes;
    private final HealthReports health;
    private final Spawner spawner = new Spawner();
    private final WarmUp warmUp;

    Standalone(Options options, Checkout checkout, DataFolder data, PrintStream out) {
        this.options = options;
        this.checkout = checkout;
        this.data = data;
        this.console = new Console(out);
        this.lifecycle = new Lifecycle(data.logs());
        this.processes = new Processes(lifecycle, console);
        this.health = new HealthReports(options, lifecycle, console);
        this.warmUp = new WarmUp(checkout.cache(), data.scratch(), spawner);
    }

    /** Returns when all processes are ready. */
    void start() {
        data.mustBeWhole();
        data.mustBelongTo(options.events());
        if (options.observe()) Monitoring.installed().mustBeThere();
        var secrets = new Secrets(data.secrets());
        var archive = data.archive(options.recovery().archive());
        var postgres = postgres(secrets, archive);
        console.say("data in %s, logs in %s".formatted(data.folder(), data.logs()));
        var registryPort = Ports.preferably(options.port() + 1);
        var managementPorts = Ports.preferably(options.port() + 2, Service.Wiring.SERVICES);
        var wiring = new Service.Wiring(options, postgres, secrets, registryPort, managementPorts, data.outbox());
        List<Monitor> monitors = options.observe() ? Monitoring.installed().prepare(checkout, data) : List.of();
        var addresses = new Addresses(options, data, postgres.port(), registryPort, wiring.services(), monitors);
        var reports = new ChildReports(lifecycle, processes, addresses, health, console);
        var launching = new Launching(checkout, data, spawner, processes, addresses, reports);

        warmUp.unpack(addresses.services(), checkout);
        postgres.prepare();
        archive.ifPresent(this::use);
        launching.launch(postgres);
        lifecycle.await(postgres::ready, "PostgreSQL");
        new Databases(postgres, secrets).prepare(options.events());
        console.say("PostgreSQL is ready (%s)".formatted(console.elapsed()));

        wiring.contexts().forEach(launching::launchContext);
        launching.launchGateway(wiring.gateway());
        monitors.forEach(launching::launch);
        console.say("member, work, dashboard and gateway are starting");
        var system = new Health(options.url());
        var waiting = new WaitingLines(console::say);
        lifecycle.await(system::allReady, "the system", () -> waiting.report(processes.logs(Role.CONTEXT)));
        lifecycle.becomeReady();
        announce(monitors, secrets);
        health.start(system);
        Thread.ofPlatform().name("warm-up").daemon().start(() -> warmUp(addresses.services()));
    }

    private PostgresServer postgres(Secrets secrets, Optional<Archive> archive) {
        var binaries = PostgresBinaries.unpackedIn(checkout.cache());
        var archiving = archive.map(Archive::settings).orElse("");
        return new PostgresServer(binaries, data, secrets, spawner, Ports.anyFree(), archiving);
    }

    private void use(Archive archive) {
        if (archive.belongTo(data.postgres()))
            console.say(
                    "take a backup soon (./ilgam backup): with the archive, every instant after it can be restored");
        data.remember(archive);
        console.say("archiving PostgreSQL's log in " + archive.folder());
    }

    private void announce(List<Monitor> monitors, Secrets secrets) {
        console.say("ready (%s): %s".formatted(console.elapsed(), options.url()));
        for (var monitor : monitors) console.say("%s: %s".formatted(monitor.name(), monitor.url()));
        console.say("mails, unless a mail server is set, in %s".formatted(data.outbox()));
        if (!options.loopback()) console.say("set-up code for the first member: %s".formatted(secrets.setupCode()));
    }

    private void warmUp(List<Service> services) {
        Pause.of(CALM);
        var made = services.stream()
                .allMatch(service -> WarmStart.of(checkout.cache(), service, checkout.jar(service.module()))
                        .ready());
        if (made || lifecycle.isStopping()) return;
        console.say("preparing faster starts in the background");
        if (warmUp.train(services, checkout)) console.say("the next start is faster");
    }

    /** Blocks until the system has stopped or failed. */
    void awaitEnd() throws InterruptedException {
        lifecycle.awaitEnd();
    }

    /** Returns false if the system was stopped already. */
    synchronized boolean stop() {
        if (!lifecycle.beginToStop()) return false;
        console.say("stopping");
        warmUp.stop();
        processes.stop();
        spawner.close();
        try {
            data.close();
        } catch (IOException ignored) {
            // the lock ends with this process anyway
        }
        console.say("stopped");
        lifecycle.end();
        return true;
    }
}
