package ilgam.gateway.access;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** What a client authenticates itself with. */
sealed interface Credential {

    String COOKIE = "ILGAM_SESSION";

    /** The cookie's name when the public URL is https: browsers then send it to this host alone, and only over TLS. */
    String HOST_COOKIE = "__Host-" + COOKIE;

    Pattern TOKEN = Pattern.compile("ilgam_[A-Za-z0-9_-]{16,128}");
    Pattern SESSION = Pattern.compile("[A-Za-z0-9_.=-]{16,256}");

    /** No credential. */
    record None() implements Credential {}

    /** A browser's session. */
    record Session(String secret) implements Credential {}

    /** A program's access token. */
    record Token(String secret) implements Credential {}

    /** A value that does not have the form of a credential; it is refused without asking the member context. */
    record Malformed() implements Credential {}

    /** The credential of a request; an Authorization header has precedence over a cookie. */
    static Credential of(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) return bearer(authorization);
        var cookie = cookie(request);
        if (cookie == null) return new None();
        return SESSION.matcher(cookie).matches() ? new Session(cookie) : new Malformed();
    }

    /**
     * The session cookie's value, unchecked. Both names are read, because the public URL may have changed since the
     * log-in.
     */
    static @Nullable String cookie(HttpServletRequest request) {
        var value = cookie(request, HOST_COOKIE);
        return value == null ? cookie(request, COOKIE) : value;
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private static Credential bearer(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) return new Malformed();
        var token = authorization.substring(7).strip();
        return TOKEN.matcher(token).matches() ? new Token(token) : new Malformed();
    }
}
