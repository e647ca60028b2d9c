package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Creates missing {@link WarmStart}s: unpacks jars before the first start, and creates caches while the system runs.
 */
final class WarmUp {

    private final Path cache;
    private final Path scratch;
    private final Spawner spawner;
    private volatile @Nullable Process step;
    private volatile boolean stopped;

    WarmUp(Path cache, Path scratch, Spawner spawner) {
        this.cache = cache;
        this.scratch = scratch;
        this.spawner = spawner;
    }

    /** Unpacks all missing jars in parallel. */
    void unpack(List<Service> services, Checkout checkout) {
        try {
            var unpacking = new ArrayList<Unpacking>();
            for (var service : services) {
                var warm = WarmStart.of(cache, service, checkout.jar(service.module()));
                if (!warm.unpacked()) unpacking.add(unpacking(service, warm));
            }
            for (var one : unpacking) {
                if (one.process.waitFor() != 0) throw CannotStart.failed("Cannot unpack into %s.".formatted(one.fresh));
                one.warm.place(one.fresh);
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Stopped while starting.");
        }
    }

    private record Unpacking(WarmStart warm, Path fresh, Process process) {}

    private Unpacking unpacking(Service service, WarmStart warm) throws IOException {
        var fresh = Files.createTempDirectory(Files.createDirectories(cache.resolve("warm")), "new");
        var command = service.process(warm.unpackInto(fresh), scratch).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new Unpacking(warm, fresh, spawner.spawn(command, Spawner.Orphaned.KILL, false));
    }

    /** Creates the caches one after the other at low priority; returns false if one is missing. */
    boolean train(List<Service> services, Checkout checkout) {
        try {
            for (var service : services) train(service, WarmStart.of(cache, service, checkout.jar(service.module())));
            return !stopped;
        } catch (IOException cannot) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void train(Service service, WarmStart warm) throws IOException, InterruptedException {
        if (warm.ready()) return;
        try (var file = FileChannel.open(cache.resolve("warm.lock"), CREATE, WRITE);
                var _ = file.lock()) { // only one launcher of this build at a time
            if (warm.ready() || stopped) return;
            if (run(service.training().process(warm.train(), scratch)) == 0) warm.adopt();
        }
    }

    private int run(ProcessBuilder command) throws InterruptedException {
        var polite = new ArrayList<>(List.of("nice", "-n", "19"));
        polite.addAll(command.command());
        command.command(polite).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var process = spawner.spawn(command, Spawner.Orphaned.KILL, false);
        step = process;
        if (stopped) process.destroyForcibly();
        return process.waitFor();
    }

    void stop() {
        stopped = true;
        var current = step;
        if (current == null) return;
        current.descendants().forEach(ProcessHandle::destroyForcibly);
        current.destroyForcibly();
    }
}
