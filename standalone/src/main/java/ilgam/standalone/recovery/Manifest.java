package ilgam.standalone.recovery;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * The description of a backup, which is its last file: a backup without one is incomplete.
 *
 * @param ended the instant whose state the backup restores; point-in-time recovery cannot go to an earlier one
 * @param postgres the major version of PostgreSQL that wrote the files
 * @param system PostgreSQL's identifier of the cluster, which its archive has, too
 * @param icu the version of ICU by which its indexes over texts are sorted
 * @param events the event store; with axon-server the events are not in the backup
 * @param firstWal the first file of the write-ahead log that the files need
 * @param lastWal the last one
 */
record Manifest(
        int format,
        Instant began,
        Instant ended,
        String postgres,
        String system,
        String icu,
        String events,
        String firstWal,
        String lastWal,
        List<File> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /** One file of the backup. */
    record File(String name, long size, String sha256) {}

    /** The manifest of a {@link Dump}, which needs no write-ahead log. */
    static Manifest ofDump(Instant began, String postgres, List<File> files) {
        return new Manifest(FORMAT, began, Instant.now(), postgres, "", "", "", "", "", files);
    }

    boolean isDump() {
        return firstWal.isEmpty();
    }

    byte[] json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest of(byte[] json) {
        return JsonMapper.shared().readValue(json, Manifest.class);
    }

    long size() {
        return files.stream().mapToLong(File::size).sum();
    }
}
