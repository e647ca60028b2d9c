package ilgam.work.imports.spool;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores uploaded parts as rows of the work context's database, so that any instance can continue an import. */
@Component
public class Spool {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient db;

    Spool(JdbcClient db) {
        this.db = db;
    }

    public void put(UUID importId, Part part, InputStream upload) throws IOException {
        int seq = 0;
        for (byte[] chunk = upload.readNBytes(CHUNK); chunk.length > 0; chunk = upload.readNBytes(CHUNK)) {
            db.sql("insert into import_part (import_id, part, seq, bytes) values (?, ?, ?, ?)")
                    .params(importId, part.file(), seq++, chunk)
                    .update();
        }
    }

    /** The content of a part, decompressed if necessary; empty when there is none. */
    public InputStream open(UUID importId, Part part) throws IOException {
        var stored = new BufferedInputStream(new SequenceInputStream(new Chunks(importId, part)), 1 << 16);
        stored.mark(2);
        boolean packed = stored.read() == 0x1f && stored.read() == 0x8b;
        stored.reset();
        return packed ? new GZIPInputStream(stored, 1 << 16) : stored;
    }

    /** The uploaded size of a part in bytes. */
    public long size(UUID importId, Part part) {
        return db.sql("select coalesce(sum(octet_length(bytes)), 0) from import_part where import_id = ? and part = ?")
                .params(importId, part.file())
                .query(Long.class)
                .single();
    }

    public boolean has(UUID importId, Part part) {
        return chunk(importId, part, 0) != null;
    }

    private byte @Nullable [] chunk(UUID importId, Part part, int seq) {
        return db.sql("select bytes from import_part where import_id = ? and part = ? and seq = ?")
                .params(importId, part.file(), seq)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    /** Reads one chunk at a time, to save memory. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream requires an Enumeration
    private final class Chunks implements Enumeration<InputStream> {

        private final UUID importId;
        private final Part part;
        private int seq;
        private byte @Nullable [] next;

        Chunks(UUID importId, Part part) {
            this.importId = importId;
            this.part = part;
            this.next = chunk(importId, part, 0);
        }

        @Override
        public boolean hasMoreElements() {
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            if (next == null) throw new NoSuchElementException();
            var current = new ByteArrayInputStream(next);
            next = chunk(importId, part, ++seq);
            return current;
        }
    }
}
