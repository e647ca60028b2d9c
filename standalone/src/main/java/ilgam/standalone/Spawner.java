package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes in sessions of their own, so that Ctrl-C reaches only the launcher. The kernel signals a child when
 * the thread that started it ends; therefore one thread, which lives as long as the launcher, starts all children, and
 * none outlives it.
 */
final class Spawner implements AutoCloseable {

    /** The signal that a child gets when the launcher dies without having stopped it. */
    enum Orphaned {
        KILL,
        /** PostgreSQL's fast shutdown. */
        INT
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("spawner").daemon().factory());

    Process spawn(ProcessBuilder child, Orphaned orphaned, boolean unprivileged) {
        var command = new ArrayList<String>();
        if (installed("setsid")) command.add("setsid");
        if (unprivileged) command.addAll(List.of("unshare", "-U"));
        if (installed("setpriv")) command.addAll(List.of("setpriv", "--pdeathsig", orphaned.name(), "--"));
        command.addAll(child.command());
        child.command(command);
        return onTheLastingThread(child);
    }

    /** PostgreSQL refuses to run as root; for root, it runs in a user namespace without privileges. */
    static boolean isRoot() {
        try {
            return installed("unshare")
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException noSuchSystem) {
            return false;
        }
    }

    static boolean canDropRights() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process onTheLastingThread(ProcessBuilder child) {
        try {
            return thread.submit(child::start).get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException cause) throw new UncheckedIOException(cause);
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean installed(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program)) || Files.isExecutable(Path.of("/bin", program));
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
