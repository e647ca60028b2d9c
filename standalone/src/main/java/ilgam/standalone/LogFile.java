package ilgam.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The output of a process in rotating files: at most four of 10 MB. */
final class LogFile {

    private static final long LIMIT = 10L << 20;
    private static final int OLDER = 3;

    private final Path file;

    LogFile(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Copies the stream until the process closes it. */
    void copy(InputStream from) {
        var buffer = new byte[8192];
        try (from) {
            var to = open();
            var size = Files.size(file);
            try {
                for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    to.write(buffer, 0, read);
                    size += read;
                    if (size < LIMIT) continue;
                    to.close();
                    rotate();
                    to = open();
                    size = 0;
                }
            } finally {
                to.close();
            }
        } catch (IOException closed) {
            // the process has ended, or the disk is full: logging must not stop the system
        }
    }

    /** The last lines, which say why a process died. */
    List<String> tail(int lines) {
        try (var all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            var list = all.toList();
            return list.subList(Math.max(0, list.size() - lines), list.size());
        } catch (IOException none) {
            return List.of();
        }
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        for (var n = OLDER; n > 1; n--) {
            var younger = older(n - 1);
            if (Files.exists(younger)) Files.move(younger, older(n), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(file, older(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path older(int n) {
        return file.resolveSibling(file.getFileName() + "." + n);
    }
}
