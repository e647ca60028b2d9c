package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Makes the missing {@link WarmStart}s one after the other, politely, while the system already runs. */
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

    /** Whether everything was made. */
    boolean make(List<Service> services, Checkout checkout) {
        try {
            for (var service : services) make(service, WarmStart.of(cache, service, checkout.jar(service.module())));
            return !stopped;
        } catch (IOException cannot) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void make(Service service, WarmStart warm) throws IOException, InterruptedException {
        if (warm.ready() || stopped) return;
        var fresh = Files.createTempDirectory(Files.createDirectories(cache.resolve("warm")), "new");
        if (run(service.process(warm.unpackInto(fresh), scratch)) != 0) return;
        warm.place(fresh);
        if (run(service.training().process(warm.train(), scratch)) == 0) warm.adopt();
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
