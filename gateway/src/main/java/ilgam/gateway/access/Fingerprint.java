package ilgam.gateway.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The hash of a credential, as the key of the cache: the credential itself is not kept in memory. */
record Fingerprint(long first, long second, long third, long fourth) {

    static Fingerprint of(String kind, String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(US_ASCII));
            var hash = ByteBuffer.wrap(digest.digest(secret.getBytes(US_ASCII)));
            return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
