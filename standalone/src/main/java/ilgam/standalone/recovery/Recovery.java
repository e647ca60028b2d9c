package ilgam.standalone.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.Archive;

/** How PostgreSQL is told to bring restored files to an instant: settings that hold for this one start. */
final class Recovery {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    /** Thousands of files were just written: one call to the file system instead of one for each, where there is one. */
    private static final String SYNC =
            System.getProperty("os.name").equals("Linux") ? "recovery_init_sync_method = syncfs\n" : "";

    /** Nobody reads meanwhile; who did could not have fewer connections than the server that wrote the log. */
    private static final String ALONE = "hot_standby = off\n";

    private Recovery() {}

    /** To the end of what the backup itself holds. */
    static String ofBackup(Path data) throws IOException {
        signal(data);
        return SYNC + ALONE + """
                restore_command = 'false'
                recovery_target_timeline = 'current'
                archive_mode = off
                """;
    }

    /** Through the archived log, to the instant or to its end. */
    static String through(Archive archive, @Nullable Instant at, Path data) throws IOException {
        signal(data);
        var target = at == null ? "" : "recovery_target_time = '%s'\n".formatted(TIME.format(at));
        return SYNC + ALONE + target + """
                restore_command = '%s'
                recovery_target_timeline = 'latest'
                recovery_target_action = 'promote'
                archive_mode = off
                """.formatted(archive.restoreCommand());
    }

    /** Makes PostgreSQL begin a timeline of its own, so that what it writes is never taken for the original's. */
    private static void signal(Path data) throws IOException {
        Files.createFile(data.resolve("postgres/recovery.signal"));
    }
}
