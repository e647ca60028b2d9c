package ilgam.standalone;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Folders that several launchers of one build may create at the same time. */
final class Folders {

    private Folders() {}

    /** Moves a complete folder into its place atomically; if another launcher was first, its folder stays. */
    static void moveUnlessThere(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            remove(fresh);
            if (!Files.exists(folder)) throw taken;
        }
    }

    static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
