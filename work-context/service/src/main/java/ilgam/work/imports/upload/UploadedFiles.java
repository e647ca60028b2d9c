package ilgam.work.imports.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.springframework.stereotype.Component;

import ilgam.work.imports.line.Lines;
import ilgam.work.imports.line.UnreadableRow;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.SourceItem;
import ilgam.work.imports.source.SourceWorkflow;
import ilgam.work.imports.spool.ImportSettingsReader;
import ilgam.work.imports.spool.Part;
import ilgam.work.imports.spool.Spool;
import ilgam.work.imports.upload.UnusableUpload.Cause;

/** Checks at once that the stored parts of an upload have the right form. */
@Component
class UploadedFiles {

    /** The greatest decompressed size of a part, as the database has to store it for a while. */
    private static final long MOST_TEXT = 4L << 30;

    /**
     * The greatest compression ratio: no real text compresses that far, only a decompression bomb. Small parts are
     * exempt.
     */
    private static final int MOST_RATIO = 250;

    private static final long SMALL = 64L << 20;

    private final Spool spool;

    UploadedFiles(Spool spool) {
        this.spool = spool;
    }

    boolean has(UUID id, Part part) {
        return spool.has(id, part);
    }

    SourceWorkflow workflow(UUID id) throws IOException {
        try {
            return SourceWorkflow.read(small(id, Part.WORKFLOW));
        } catch (UnreadableRow reason) {
            throw new UnusableUpload(
                    Cause.NO_WORKFLOW,
                    Part.WORKFLOW,
                    "The part \"{part}\" is not a workflow. " + reason.getMessage(),
                    Map.of("because", reason.why().word()));
        }
    }

    /** The first valid item, which distinguishes a file with a bad line from a file of something else. */
    SourceItem firstItem(UUID id) throws IOException {
        UnreadableRow why = new UnreadableRow(UnreadableRow.Cause.NO_ID, "It is empty.");
        SourceItem first = null;
        try (var text = spool.open(id, Part.ITEMS)) {
            var lines = new Lines(text);
            for (var line = lines.next(); line != null && first == null && line.number() < 1000; line = lines.next())
                try {
                    first = SourceItem.of(line.read(), ImportSettings.usual(Instant.now()));
                } catch (UnreadableRow reason) {
                    if (line.number() == 1) why = reason;
                }
        } catch (IOException broken) {
            throw unreadable(Part.ITEMS, broken);
        }
        if (first == null)
            throw new UnusableUpload(
                    Cause.NO_ITEM,
                    Part.ITEMS,
                    "The part \"{part}\" has no valid item. " + why.getMessage(),
                    Map.of("because", why.why().word()));
        checkWhole(id, Part.ITEMS);
        return first;
    }

    /** Decompresses a part to its end, to detect a truncated file now. */
    void checkWhole(UUID id, Part part) throws IOException {
        if (!spool.has(id, part)) return;
        try (var text = spool.open(id, part)) {
            if (text instanceof GZIPInputStream) drain(text, part, spool.size(id, part));
        } catch (IOException broken) {
            throw unreadable(part, broken);
        }
    }

    private static void drain(InputStream text, Part part, long packed) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            size += n;
            if (size > MOST_TEXT)
                throw new UnusableUpload(
                        Cause.UNPACKS_TOO_LARGE,
                        part,
                        "The part \"{part}\" unpacks to more than {most}.",
                        Map.of("most", "4 GiB"));
            if (size > Math.max(SMALL, packed * MOST_RATIO))
                throw new UnusableUpload(
                        Cause.UNPACKS_TOO_LARGE,
                        part,
                        "The part \"{part}\" unpacks to more than {times} times its size.",
                        Map.of("times", MOST_RATIO));
        }
    }

    private static UnusableUpload unreadable(Part part, IOException broken) {
        return broken instanceof ZipException || broken instanceof EOFException
                ? new UnusableUpload(
                        Cause.BROKEN_GZIP, part, "The part \"{part}\" is a gzip file that is broken or cut off.")
                : new UnusableUpload(Cause.UNREADABLE, part, "The part \"{part}\" cannot be read.");
    }

    /** A small part as one text. */
    String small(UUID id, Part part) throws IOException {
        try (var text = spool.open(id, part)) {
            var bytes = text.readNBytes(ImportSettingsReader.LARGEST + 1);
            if (bytes.length > ImportSettingsReader.LARGEST)
                throw new UnusableUpload(
                        Cause.TOO_LARGE, part, "The part \"{part}\" is larger than {most}.", Map.of("most", "4 MiB"));
            return Lines.withoutMark(new String(bytes, StandardCharsets.UTF_8));
        } catch (ZipException | EOFException broken) {
            throw unreadable(part, broken);
        }
    }
}
