package ilgam.standalone.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.Archive;

/** PostgreSQL's settings for the recovery of restored files to an instant, for a single start. */
final class Recovery {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    /** Syncs the whole file system with one call where possible, because thousands of files were just written. */
    private static final String SYNC =
            System.getProperty("os.name").equals("Linux") ? "recovery_init_sync_method = syncfs\n" : "";

    /** No queries during recovery: otherwise PostgreSQL would demand as many connections as the original server had. */
    private static final String ALONE = "hot_standby = off\n";

    private Recovery() {}

    /** Recovers to the end of the log in the backup. */
    static String ofBackup(Path data) throws IOException {
        signal(data);
        return SYNC + ALONE + """
                restore_command = 'false'
                recovery_target_timeline = 'current'
                archive_mode = off
                """;
    }

    /** Recovers through the archived log to the instant, or to the archive's end. */
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

    /** Makes PostgreSQL start a new timeline, so that its log is never confused with the original's. */
    private static void signal(Path data) throws IOException {
        Files.createFile(data.resolve("postgres/recovery.signal"));
    }
}
