package ilgam.member.identity.secret;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Secrets that are derived from a request, so that a repeated request gets the same response although the secret is not
 * stored. HMAC-SHA256 (RFC 2104) under a key that is derived from this context's private key.
 */
@Component
public class DerivedSecrets {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    DerivedSecrets(@Value("${ilgam.member.signing-key}") Resource signingKey) throws IOException {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(signingKey.getContentAsByteArray(), HMAC), "derived"), HMAC);
    }

    /** The secret of {@code what}; {@code purpose} separates secrets of different kinds. */
    public Secret of(String purpose, String what) {
        var bytes = mac(key, purpose + '\0' + what);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", missing);
        }
    }
}
