package ilgam.standalone.recovery;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds and where in the life of its system it stands. It is the last file of a backup: one without it is
 * not whole.
 *
 * @param ended the instant whose state the backup gives back; the one of a point in time cannot be earlier
 * @param postgres the major version of PostgreSQL that wrote the files
 * @param system PostgreSQL's identifier of the cluster, which its archive has, too
 * @param icu the version of ICU by which its indexes of names and titles are sorted
 * @param events where events live: with axon-server they are not in here
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

    /** One file of it. */
    record File(String name, long size, String sha256) {}

    /** Of a {@link Dump}: rows, which no log belongs to. */
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
