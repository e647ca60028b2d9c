package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;

import ilgam.standalone.CannotStart;

/**
 * The list of erasures: an instant and a member's id on each line. It is kept outside the backups, because a backup
 * from before an erasure would bring the person back; the member context erases everybody on it again before it answers
 * requests.
 */
record ErasureList(Path file) {

    /** The file's name beside backups. */
    static final String NAME = "erasures";

    /** Adds the entries of another list that are missing here. */
    void takeIn(Path other, PrintStream out) {
        try {
            var lines = new LinkedHashSet<>(lines(file));
            var before = lines.size();
            lines.addAll(lines(other));
            if (lines.size() > before) write(lines);
            if (!lines.isEmpty()) out.printf("ilgam: %d erased people are listed in %s%n", lines.size(), file);
        } catch (IOException failure) {
            throw CannotStart.failed("The list of erasures %s could not be written: %s".formatted(file, failure));
        }
    }

    private void write(LinkedHashSet<String> lines) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    }
}
