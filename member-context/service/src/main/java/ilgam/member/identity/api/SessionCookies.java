package ilgam.member.identity.api;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import ilgam.member.identity.secret.Secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The two cookies of a logged-in browser: the session, which no script can read, and the CSRF token, which the web app
 * reads and sends along. The CSRF token is derived from the session, so it is not stored. Where the public URL has
 * https, the {@code __Host-} prefix makes browsers accept them from this host alone, encrypted.
 */
@Component
class SessionCookies {

    /** The name under which the gateway passes the cookie on, whatever its name in the browser. */
    static final String SESSION = "ILGAM_SESSION";

    private static final String PROOF = "XSRF-TOKEN";
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final boolean encrypted;

    SessionCookies(@Value("${ilgam.public-url:}") String publicUrl) {
        this.encrypted = publicUrl.strip().startsWith("https:");
    }

    /**
     * Sets the cookies under the names for the public URL's scheme and clears those of the other scheme, in case it
     * changed.
     */
    HttpHeaders set(Secret session) {
        return headers(
                cookie(SESSION, session.text(), true, encrypted, LIFETIME),
                cookie(PROOF, proofOf(session), false, encrypted, LIFETIME),
                cookie(SESSION, "", true, !encrypted, Duration.ZERO),
                cookie(PROOF, "", false, !encrypted, Duration.ZERO));
    }

    HttpHeaders clear() {
        return headers(
                cookie(SESSION, "", true, false, Duration.ZERO),
                cookie(PROOF, "", false, false, Duration.ZERO),
                cookie(SESSION, "", true, true, Duration.ZERO),
                cookie(PROOF, "", false, true, Duration.ZERO));
    }

    private static String proofOf(Secret session) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(session.text().getBytes(US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal("xsrf".getBytes(US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", missing);
        }
    }

    private static ResponseCookie cookie(
            String name, String value, boolean hidden, boolean encrypted, Duration lifetime) {
        return ResponseCookie.from(encrypted ? "__Host-" + name : name, value)
                .path("/")
                .httpOnly(hidden)
                .secure(encrypted)
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
    }

    private static HttpHeaders headers(ResponseCookie... cookies) {
        var headers = new HttpHeaders();
        Stream.of(cookies).forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie.toString()));
        return headers;
    }
}
