package ilgam.standalone.recovery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import ilgam.standalone.CannotStart;

/** The files of a running cluster that belong to a backup, as pg_basebackup chooses them. */
record ClusterFiles(Path root) {

    /** The folder of the cluster in a backup. */
    static final String PLACE = "postgres/";

    /** Folders whose content PostgreSQL creates again. */
    private static final Set<String> FOLDERS_LEFT_EMPTY = Set.of(
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_replslot",
            "pg_wal");

    private static final Set<String> FILES_LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "recovery.signal",
            "standby.signal",
            "current_logfiles");

    private static final Pattern TEMPORARY = Pattern.compile("pgsql_tmp.*|pg_internal\\.init.*|.*\\.tmp");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final Pattern HISTORY = Pattern.compile("[0-9A-F]{8}\\.history");

    /** The size without compression, because the ratio is not known in advance. */
    long size() throws IOException {
        var size = new long[1];
        Files.walkFileTree(root, new Visitor() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return size[0];
    }

    void copy(BackupWriter writer) throws IOException {
        Files.walkFileTree(root, new Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                var name = visited.getFileName().toString();
                if (TEMPORARY.matcher(name).matches()) return FileVisitResult.SKIP_SUBTREE;
                if (!visited.equals(root)) writer.folder(PLACE + root.relativize(visited));
                return FOLDERS_LEFT_EMPTY.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                var name = visited.getFileName().toString();
                if (!FILES_LEFT_OUT.contains(name) && !TEMPORARY.matcher(name).matches())
                    writer.file(PLACE + root.relativize(visited), visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies the write-ahead log from the first to the last of these segments. */
    void copyLog(BackupWriter writer, String first, String last) throws IOException {
        var log = root.resolve("pg_wal");
        List<String> names;
        try (var files = Files.list(log)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        for (var name : names) {
            var needed = SEGMENT.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
            if (needed || HISTORY.matcher(name).matches()) writer.file(PLACE + "pg_wal/" + name, log.resolve(name));
        }
        if (!names.contains(first) || !names.contains(last))
            throw CannotStart.failed("The write-ahead log from %s to %s is not all there.".formatted(first, last));
    }

    /** A running PostgreSQL deletes files while they are visited. */
    private abstract static class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw failure;
        }
    }
}
