package ilgam.gateway.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The XSRF token of a session, derived from the session's secret so that nothing is stored. */
final class XsrfToken {

    private XsrfToken() {}

    static String of(String session) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(session.getBytes(US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal("xsrf".getBytes(US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean matches(@Nullable String shown, String session) {
        if (shown == null || shown.length() > 64) return false;
        var bare = shown.endsWith("=") ? shown.substring(0, shown.length() - 1) : shown;
        return MessageDigest.isEqual(bare.getBytes(US_ASCII), of(session).getBytes(US_ASCII));
    }
}
