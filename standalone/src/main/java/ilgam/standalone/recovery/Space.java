package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import ilgam.standalone.CannotStart;

/** The free space of a disk, except for a reserve. */
final class Space {

    /** The reserve for the running system, to which a full disk does more harm than a missing backup. */
    private static final long RESERVE = 256L << 20;

    private final Path folder;
    private final FileStore store;

    Space(Path folder) {
        this.folder = folder;
        try {
            this.store = Files.getFileStore(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void mustHold(long bytes, String what) {
        if (free() - reserve() < bytes)
            throw CannotStart.failed("%s needs up to %s in %s, where %s are free, of which %s are kept in reserve."
                    .formatted(what, text(bytes), folder, text(free()), text(reserve())));
    }

    void mustBeLeft(String what) {
        if (free() < reserve())
            throw CannotStart.failed(
                    "%s was broken off: only %s are free in %s.".formatted(what, text(free()), folder));
    }

    private static long reserve() {
        return Long.getLong("ilgam.reserve", RESERVE);
    }

    private long free() {
        try {
            return store.getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(long bytes) {
        if (bytes < 10L << 20) return "%.1f MB".formatted(bytes / 1e6);
        return bytes < 10_000_000_000L ? "%d MB".formatted(bytes / 1_000_000) : "%.1f GB".formatted(bytes / 1e9);
    }
}
