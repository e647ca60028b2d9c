package ilgam.gateway.access;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** What a client shows to say who it is. */
sealed interface Credential {

    String COOKIE = "ILGAM_SESSION";

    /** Its name where people come by https; a browser takes it from this host alone, encrypted. */
    String HOST_COOKIE = "__Host-" + COOKIE;

    Pattern TOKEN = Pattern.compile("ilgam_[A-Za-z0-9_-]{16,128}");
    Pattern SESSION = Pattern.compile("[A-Za-z0-9_.=-]{16,256}");

    /** Nothing. */
    record None() implements Credential {}

    /** A browser's session. */
    record Session(String secret) implements Credential {}

    /** A program's access token. */
    record Token(String secret) implements Credential {}

    /** Something that cannot be a credential, so that nobody need be asked about it. */
    record Nonsense() implements Credential {}

    /** The credential of a request: an Authorization header wins over a cookie. */
    static Credential of(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) return bearer(authorization);
        var cookie = cookie(request);
        if (cookie == null) return new None();
        return SESSION.matcher(cookie).matches() ? new Session(cookie) : new Nonsense();
    }

    /** The session cookie's value, whatever it is; under either name, as the public URL may have changed since. */
    static @Nullable String cookie(HttpServletRequest request) {
        var value = cookie(request, HOST_COOKIE);
        return value == null ? cookie(request, COOKIE) : value;
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private static Credential bearer(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) return new Nonsense();
        var token = authorization.substring(7).strip();
        return TOKEN.matcher(token).matches() ? new Token(token) : new Nonsense();
    }
}
