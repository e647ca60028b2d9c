package ilgam.standalone.recovery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The size and the SHA-256 of a stream. */
final class Digest {

    private final MessageDigest digest;
    private long size;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        size += length;
    }

    long size() {
        return size;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
