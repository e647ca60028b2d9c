package ilgam.gateway.webapp;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** One file of the web app. */
final class Asset {

    private final String path;
    private final Resource file;
    private volatile @Nullable String etag;

    Asset(String path, Resource file) {
        this.path = path;
        this.file = file;
    }

    MediaType type() {
        return MediaTypeFactory.getMediaType(path).orElse(MediaType.APPLICATION_OCTET_STREAM);
    }

    byte[] bytes() throws IOException {
        return file.getContentAsByteArray();
    }

    /** A weak tag, because the same file is also sent compressed. */
    String etag() throws IOException {
        var known = etag;
        if (known != null) return known;
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes());
            var made = "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
            etag = made;
            return made;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Files with a hash in their names never change; all others are revalidated each time. */
    String caching() {
        return path.startsWith("/_app/immutable/") ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
