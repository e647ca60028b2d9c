package ilgam.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A whole system, started by the launcher as ./start does, with its own data and port. */
public final class RunningSystem implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration PREPARE_LIMIT = Duration.ofMinutes(15);

    private final RunningFile running;
    private final Process launcher;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Duration startedIn;

    private RunningSystem(LauncherCommand command) {
        this.running = new RunningFile(command.data());
        this.launcher = command.start();
        var began = System.nanoTime();
        Thread.ofPlatform().name("launcher-output").daemon().start(this::read);
        try {
            await("the system to be ready", START_LIMIT, () -> {
                if (!launcher.isAlive()) throw new IllegalStateException("The launcher gave up: " + output);
                return hasSaid("ilgam: ready");
            });
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
        this.startedIn = Duration.ofNanos(System.nanoTime() - began);
    }

    /** Starts a system and waits until it is ready. */
    public static RunningSystem start(Path data, String... options) {
        return start(data, Map.of(), options);
    }

    /** Starts a system with these environment variables. */
    public static RunningSystem start(Path data, Map<String, String> environment, String... options) {
        return new RunningSystem(command(Path.of(""), data, environment, options));
    }

    /** Starts the system built in another checkout of the project, possibly of another revision. */
    public static RunningSystem startAnother(Path checkout, Path data, String... options) {
        return new RunningSystem(command(checkout, data, Map.of(), options));
    }

    /** Starts a launcher without waiting; it stops when the calling thread ends. */
    public static Process launch(Path data, String... options) {
        return launch(data, Map.of(), options);
    }

    /** Starts a launcher with these environment variables. */
    public static Process launch(Path data, Map<String, String> environment, String... options) {
        return command(Path.of(""), data, environment, options).start();
    }

    private static LauncherCommand command(
            Path checkout, Path data, Map<String, String> environment, String... options) {
        return new LauncherCommand(checkout.toAbsolutePath(), data.toAbsolutePath(), environment, List.of(options));
    }

    private void read() {
        try (var lines = launcher.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException closed) {
            // the process has ended
        }
    }

    public Path data() {
        return running.data();
    }

    public URI url() {
        return running.url();
    }

    public Client client() {
        return new Client(url());
    }

    /** The time from the launcher's start until the system was ready. */
    public Duration startedIn() {
        return startedIn;
    }

    /** Waits until the launcher has prepared faster starts, if it has begun. */
    public void awaitPrepared() {
        if (hasSaid("ilgam: preparing")) await("faster starts", PREPARE_LIMIT, () -> hasSaid("ilgam: the next start"));
    }

    private boolean hasSaid(String beginning) {
        return output.stream().anyMatch(line -> line.startsWith(beginning));
    }

    /** The launcher's output so far. */
    public List<String> output() {
        return output;
    }

    public Process launcher() {
        return launcher;
    }

    /** Process ids by name: launcher, postgresql, the contexts, gateway. */
    public Map<String, Long> processes() {
        return running.processes();
    }

    public int registryPort() {
        return running.registryPort();
    }

    /** The address of a process' health and metrics. */
    public URI management(String name) {
        return running.management(name);
    }

    /** The address of a monitoring program, such as prometheus. */
    public URI monitor(String name) {
        return running.monitor(name);
    }

    /** A superuser's connection to the system's PostgreSQL. */
    public Connection database(String name) {
        return running.database(name);
    }

    /** Kills a process of the system, and returns when it has ended. */
    public void kill(String name) {
        var pid = processes().getOrDefault(name, -1L);
        ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> new IllegalStateException(name + " does not run"))
                .destroyForcibly();
        await(
                name + " to be gone",
                Duration.ofSeconds(10),
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    public void awaitReady() {
        await("all to be ready again", Duration.ofMinutes(2), () -> {
            try {
                return client().get("/api/health").status() == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        });
    }

    /** Stops the system as Ctrl-C does; returns the launcher's exit code. */
    public int stop() {
        launcher.destroy();
        try {
            if (launcher.waitFor(90, TimeUnit.SECONDS)) return launcher.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        launcher.destroyForcibly();
        return -1;
    }

    @Override
    public void close() {
        stop();
    }

    private static void await(String what, Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("Timed out waiting for " + what + ".");
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
