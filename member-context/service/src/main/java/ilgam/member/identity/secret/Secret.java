package ilgam.member.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret as its holder has it. Prints as nothing, so that no log ever contains it. */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 32 random bytes, base64url, with a prefix that says what the secret is for. */
    public static Secret fresh(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The hash that the database stores instead of the secret. */
    public byte[] hash() {
        return sha256(text);
    }

    /** SHA-256 of a text; sufficient for random values. */
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
