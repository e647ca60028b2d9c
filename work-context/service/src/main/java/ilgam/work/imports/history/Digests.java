package ilgam.work.imports.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Identifies the lines of one item: equal lines get different digests by their count; the same line of a later upload
 * gets the same digest. First 8 bytes of SHA-256.
 */
final class Digests {

    private final MessageDigest sha;

    /** How often each text occurred, by the text's own digest, as texts may be long. */
    private final Map<Long, Integer> seen = new HashMap<>();

    Digests() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    long of(@Nullable Object... parts) {
        var line = new StringBuilder();
        for (var part : parts) line.append(part).append('\u001f');
        var text = line.toString();
        return digest(text + seen.merge(digest(text), 1, Integer::sum));
    }

    private long digest(String text) {
        return ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
