package ilgam.standalone;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Whole folders that several launchers of one build may make at the same time. */
final class Folders {

    private Folders() {}

    /** Puts a complete folder in its place in one step; where another launcher was faster, its folder stays. */
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
