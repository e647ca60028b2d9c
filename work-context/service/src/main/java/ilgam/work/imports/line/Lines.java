package ilgam.work.imports.line;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.Sentence;
import ilgam.work.imports.line.UnreadableRow.Cause;

/**
 * The lines of a newline-delimited file with their numbers, in constant memory: an endless line is cut and reported.
 */
public final class Lines {

    /** The longest line that is read, in bytes. */
    static final int LONGEST = 4 << 20;

    private static final int FEW = 8192;

    /** A batch has at most this many bytes plus one line. */
    private static final int BATCH_BYTES = 1 << 20;

    private static final int BATCH_LINES = 1_000;

    /**
     * A line that is not blank.
     *
     * @param fault why it cannot be read; null when it can
     */
    public record Line(long number, String text, @Nullable UnreadableRow fault) {

        /** @throws UnreadableRow when the line cannot be read */
        public SourceLine read() {
            if (fault != null) throw fault;
            return SourceLine.read(text);
        }
    }

    private final BufferedInputStream in;
    private byte[] buffer = new byte[FEW];
    private long number;
    private long bytes;

    public Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next lines, few enough for memory; empty at the end. */
    public List<Line> batch() throws IOException {
        var batch = new ArrayList<Line>();
        var from = bytes;
        while (batch.size() < BATCH_LINES && bytes - from < BATCH_BYTES) {
            var line = next();
            if (line == null) break;
            batch.add(line);
        }
        return batch;
    }

    /** The next line that is not blank; null at the end. */
    @Nullable
    public Line next() throws IOException {
        while (true) {
            int length = 0;
            boolean tooLong = false;
            int b = in.read();
            if (b < 0) return null;
            number++;
            for (; b >= 0 && b != '\n'; b = in.read()) {
                if (length == LONGEST) {
                    tooLong = true;
                    continue;
                }
                if (length == buffer.length) buffer = Arrays.copyOf(buffer, Math.min(LONGEST, length * 2));
                buffer[length++] = (byte) b;
            }
            bytes += length + 1;
            if (tooLong)
                return faulty(Cause.TOO_LONG, Sentence.of("The line is longer than {most}.", Map.of("most", "4 MiB")));
            var line = decode(length);
            if (line.fault() != null || !line.text().isBlank()) return line;
        }
    }

    /** Removes byte order marks in the middle, which concatenated files contain. */
    private Line decode(int length) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(buffer, 0, length))
                    .toString();
            return new Line(number, withoutMark(text), null);
        } catch (CharacterCodingException notUtf8) {
            return faulty(Cause.NOT_UTF8, Sentence.of("The line is not valid UTF-8."));
        }
    }

    private Line faulty(Cause cause, Sentence sentence) {
        return new Line(number, "", new UnreadableRow(cause, sentence));
    }

    /** A text without leading byte order marks. */
    public static String withoutMark(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\uFEFF') from++;
        return text.substring(from);
    }
}
