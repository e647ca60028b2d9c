package ilgam.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The running system: starts its processes in order, reports what happens to them, and stops them in order. */
final class Standalone {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration CALM = Duration.ofSeconds(20);
    private static final int DEATHS_BEFORE_READY = 3;

    private final Options options;
    private final Checkout checkout;
    private final DataFolder data;
    private final PrintStream out;
    private final Spawner spawner = new Spawner();
    private final WarmUp warmUp;
    private final long began = System.nanoTime();
    private final List<Child> children = new ArrayList<>();
    private final AtomicReference<@Nullable CannotStart> failure = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private int registryPort;
    private int postgresPort;
    private List<Service> services = List.of();
    private List<Monitor> monitors = List.of();
    private volatile boolean stopping;
    private volatile boolean ready;
    private volatile boolean recovering;

    Standalone(Options options, Checkout checkout, DataFolder data, PrintStream out) {
        this.options = options;
        this.checkout = checkout;
        this.data = data;
        this.out = out;
        this.warmUp = new WarmUp(checkout.cache(), data.scratch(), spawner);
    }

    /** Returns when all processes are ready. */
    void start() {
        data.mustBeWhole();
        data.mustBelongTo(options.events());
        if (options.observe()) Monitoring.installed().mustBeThere();
        var secrets = new Secrets(data.secrets());
        postgresPort = Ports.anyFree();
        registryPort = Ports.preferably(options.port() + 1);
        var binaries = PostgresBinaries.unpackedIn(checkout.cache());
        var archive = data.archive(options.recovery().archive());
        var archiving = archive.map(Archive::settings).orElse("");
        var postgres = new PostgresServer(binaries, data, secrets, spawner, postgresPort, archiving);
        say("data in %s, logs in %s".formatted(data.folder(), data.logs()));
        var managementPorts = Ports.preferably(options.port() + 2, Service.Wiring.SERVICES);
        var wiring = new Service.Wiring(options, postgres, secrets, registryPort, managementPorts, data.outbox());
        services = wiring.services();
        if (options.observe()) monitors = Monitoring.installed().prepare(checkout, data);
        new Targets(services, monitors).writeTo(data);
        warmUp.unpack(services, checkout);
        postgres.prepare();
        archive.ifPresent(this::use);
        launch("postgresql", postgres::start, "INT", Duration.ofSeconds(30));
        await(postgres::ready, "PostgreSQL");
        new Databases(postgres, secrets).prepare(options.events());
        say("PostgreSQL is ready (%s)".formatted(sinceStart()));

        for (var service : wiring.contexts()) launch(service, Duration.ofSeconds(20));
        launch(wiring.gateway(), Duration.ofSeconds(10));
        for (var monitor : monitors) launch(monitor);
        say("member, work, dashboard and gateway are starting");
        var health = new Health(url());
        var waiting = new WaitingLines(this::say);
        await(health::allReady, "the system", () -> waiting.report(contextLogs()));
        ready = true;
        say("ready (%s): %s".formatted(sinceStart(), url()));
        for (var monitor : monitors) say("%s: %s".formatted(monitor.name(), monitor.url()));
        say("mails, unless a mail server is set, in %s".formatted(data.outbox()));
        if (!options.loopback()) say("set-up code for the first member: %s".formatted(secrets.setupCode()));
        Thread.ofPlatform().name("recovery").daemon().start(() -> reportRecovery(health));
        if (options.events() == Options.Events.AXON_SERVER)
            Thread.ofPlatform().name("event-store").daemon().start(() -> reportEventStore(health));
        Thread.ofPlatform().name("warm-up").daemon().start(this::warmUp);
    }

    private void use(Archive archive) {
        if (archive.belongTo(data.postgres()))
            say("take a backup soon (./ilgam backup): with the archive, every instant after it can be restored");
        data.remember(archive);
        say("archiving PostgreSQL's log in " + archive.folder());
    }

    private void warmUp() {
        pause(CALM);
        var made = services.stream()
                .allMatch(service -> WarmStart.of(checkout.cache(), service, checkout.jar(service.module()))
                        .ready());
        if (made || stopping) return;
        say("preparing faster starts in the background");
        if (warmUp.train(services, checkout)) say("the next start is faster");
    }

    /** Blocks until the system has stopped or failed. */
    void awaitEnd() throws InterruptedException {
        ended.await();
        var why = failure.get();
        if (why != null) throw why;
    }

    /**
     * Stops the gateway first, so that no new requests come in, and PostgreSQL last, so that the services can finish.
     * Returns false if the system was stopped already.
     */
    synchronized boolean stop() {
        if (stopping) return false;
        stopping = true;
        say("stopping");
        warmUp.stop();
        var order = children.reversed();
        stop(order.stream().filter(this::isMonitor).toList());
        for (var child :
                order.stream().filter(child -> child.name().equals("gateway")).toList()) stop(List.of(child));
        stop(order.stream().filter(Standalone::isContext).toList());
        stop(order.stream().filter(child -> child.name().equals("postgresql")).toList());
        spawner.close();
        try {
            data.close();
        } catch (IOException ignored) {
            // the lock ends with this process anyway
        }
        say("stopped");
        ended.countDown();
        return true;
    }

    private boolean isMonitor(Child child) {
        return monitors.stream().anyMatch(monitor -> monitor.name().equals(child.name()));
    }

    private static boolean isContext(Child child) {
        return child.name().endsWith("-context");
    }

    private void stop(List<Child> group) {
        group.forEach(Child::askToStop);
        for (var child : group)
            if (!child.awaitStopped()) say("%s did not end in time and was killed".formatted(child.name()));
    }

    String url() {
        return options.url();
    }

    private void launch(Service service, Duration patience) {
        var warm = WarmStart.of(checkout.cache(), service, checkout.jar(service.module()));
        var scratch = data.scratch().resolve(service.name());
        try {
            Files.createDirectories(scratch);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        launch(
                service.name(),
                () -> spawner.spawn(
                        onFreePort(service.name()).process(warm.arguments(), scratch), Spawner.Orphaned.KILL, false),
                "TERM",
                patience);
    }

    /** Another process may have taken the management port while the service was down. */
    private synchronized Service onFreePort(String name) {
        services = services.stream()
                .map(service -> service.name().equals(name) ? service.onFreePort() : service)
                .toList();
        new Targets(services, monitors).writeTo(data);
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void launch(Monitor monitor) {
        launch(
                monitor.name(),
                () -> spawner.spawn(monitor.process(data.observe()), Spawner.Orphaned.KILL, false),
                "TERM",
                Duration.ofSeconds(10));
    }

    private void launch(String name, Supplier<Process> start, String stopSignal, Duration patience) {
        var log = new LogFile(data.logs().resolve(name + ".log"));
        var child = new Child(new Child.Plan(name, start, stopSignal, patience, log), new Reporter());
        synchronized (this) {
            if (stopping) throw CannotStart.failed("Stopped while starting.");
            children.add(child);
        }
        child.start();
    }

    private synchronized List<LogFile> contextLogs() {
        return children.stream().filter(Standalone::isContext).map(Child::log).toList();
    }

    private void await(BooleanSupplier condition, String what) {
        await(condition, what, () -> false);
    }

    /** Waits some minutes for the condition, and longer as long as a service reports what it waits for. */
    private void await(BooleanSupplier condition, String what, BooleanSupplier isWaiting) {
        var limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            var why = failure.get();
            if (why != null) throw why;
            if (stopping) throw CannotStart.failed("Stopped while starting.");
            if (isWaiting.getAsBoolean()) limit = System.nanoTime() + START_LIMIT.toNanos();
            if (System.nanoTime() > limit)
                throw CannotStart.failed("After %d minutes %s is not ready: see %s."
                        .formatted(START_LIMIT.toMinutes(), what, data.logs()));
            pause(Duration.ofMillis(100));
        }
    }

    private void reportRecovery(Health health) {
        while (!stopping) {
            pause(Duration.ofSeconds(1));
            if (!recovering || !health.allReady()) continue;
            recovering = false;
            say("everything is ready again");
        }
    }

    private void reportEventStore(Health health) {
        var reported = "up";
        while (!stopping) {
            pause(Duration.ofSeconds(1));
            var now = health.eventStore().orElse(reported);
            if (now.equals(reported)) continue;
            reported = now;
            say("the event store at %s %s"
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

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }

    private String sinceStart() {
        return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
    }

    private void say(String line) {
        out.println("ilgam: " + line);
    }

    /** Writes the process ids and ports of the running system to a file. */
    private synchronized void note() {
        if (stopping) return;
        var pids = new LinkedHashMap<String, Long>();
        pids.put("launcher", ProcessHandle.current().pid());
        for (var child : children) pids.put(child.name(), child.pid());
        var running = new LinkedHashMap<String, Object>();
        running.put("url", url());
        running.put("events", options.events().toString());
        running.put("postgresPort", postgresPort);
        running.put("registryPort", registryPort);
        running.put("managementPorts", managementPorts());
        running.put("monitors", monitors.stream().collect(Collectors.toMap(Monitor::name, Monitor::url)));
        running.put("processes", pids);
        data.write(data.running(), Json.of(running) + "\n");
    }

    private Map<String, Integer> managementPorts() {
        return services.stream().collect(Collectors.toMap(Service::name, Service::managementPort));
    }

    private final class Reporter implements Child.Watch {

        @Override
        public void started(Child child) {
            note();
        }

        @Override
        public void died(Child child, int exitCode, Duration pause, int deathsInARow) {
            if (stopping) return;
            if (!ready && deathsInARow >= DEATHS_BEFORE_READY) {
                child.log().tail(15).forEach(line -> out.println("  | " + line));
                failure.compareAndSet(
                        null,
                        CannotStart.failed("%s does not start: it %s. Its log: %s."
                                .formatted(
                                        child.name(),
                                        Signals.explain(exitCode),
                                        child.log().file())));
                return;
            }
            say("%s %s; starting it again in %.1f s"
                    .formatted(child.name(), Signals.explain(exitCode), pause.toMillis() / 1e3));
            recovering = true;
        }
    }
}
