package ilgam.work.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** The lines of a newline-delimited file with their numbers, in constant memory: an endless line is cut and told. */
final class Lines {

    /** A line of this many bytes or more is not read. */
    static final int LONGEST = 4 << 20;

    /**
     * A line that has something in it.
     *
     * @param fault why it can't be read, or null
     */
    record Line(long number, String text, @Nullable String fault) {}

    private final BufferedInputStream in;
    private byte[] buffer = new byte[8192];
    private long number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Line next() throws IOException {
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
                if (length == buffer.length) buffer = java.util.Arrays.copyOf(buffer, Math.min(LONGEST, length * 2));
                buffer[length++] = (byte) b;
            }
            if (tooLong) return new Line(number, "", "The line is longer than 4 MiB.");
            var line = decode(length);
            if (line.fault() != null || !line.text().isBlank()) return line;
        }
    }

    private Line decode(int length) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(buffer, 0, length))
                    .toString();
            return new Line(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text, null);
        } catch (CharacterCodingException notUtf8) {
            return new Line(number, "", "The line is not valid UTF-8.");
        }
    }
}
