package ilgam.starter.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;

import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The digest of a multipart upload: name, file name and content of each part. The boundary differs each time that a
 * client sends it, and the order of parts with different names may.
 */
final class PartsDigest {

    private PartsDigest() {}

    static byte[] of(Collection<Part> parts) throws IOException {
        var digest = BufferedBody.sha256();
        var byName = parts.stream().sorted(Comparator.comparing(Part::getName)).toList();
        for (var part : byName) {
            add(digest, part.getName());
            add(digest, part.getSubmittedFileName());
            digest.update(contentOf(part));
        }
        return digest.digest();
    }

    /** Adds a text with its length first, so that neighbouring texts cannot be confused. */
    private static void add(MessageDigest digest, @Nullable String text) {
        var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(text == null ? -1 : bytes.length)
                .flip());
        digest.update(bytes);
    }

    private static byte[] contentOf(Part part) throws IOException {
        var digest = BufferedBody.sha256();
        try (var content = new DigestInputStream(part.getInputStream(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }
}
