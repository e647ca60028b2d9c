package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that a crash of the launcher has left behind on this folder of a cluster. */
record LeftoverPostgres(Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Stops the server if it still runs, and deletes its file with the process id. */
    void stop() {
        var pidFile = folder.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) return;
            pidIn(pidFile).flatMap(ProcessHandle::of).filter(this::isOurs).ifPresent(LeftoverPostgres::end);
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Empty when a crash truncated the file; only the holder of the data folder starts servers on it. */
    private static Optional<Long> pidIn(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,18}"))
                    .map(Long::valueOf);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.endsWith("postgres -D " + folder))
                .isPresent();
    }

    private static void end(ProcessHandle leftover) {
        Signals.send("INT", leftover.pid());
        try {
            leftover.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception stillThere) {
            Signals.send("KILL", leftover.pid());
            leftover.onExit().join();
        }
    }
}
