package ilgam.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void at_most_four_files_are_kept() throws IOException {
        var log = new LogFile(folder.resolve("chatty.log"));
        for (var n = 0; n < 6; n++) log.copy(new ByteArrayInputStream(new byte[10 << 20]));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("chatty.log", "chatty.log.1", "chatty.log.2", "chatty.log.3");
        }
    }
}
