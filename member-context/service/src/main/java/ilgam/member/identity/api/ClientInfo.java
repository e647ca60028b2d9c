package ilgam.member.identity.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import ilgam.member.identity.audit.Client;
import ilgam.member.identity.secret.Secret;

/** What a request says about its client: the address, the user agent, and the session of a browser. */
record ClientInfo(HttpServletRequest request, @Nullable UUID session) {

    Client client() {
        return new Client(address(), request.getHeader("User-Agent"));
    }

    Optional<Secret> sessionCookie() {
        var cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(SessionCookies.SESSION))
                .map(cookie -> new Secret(cookie.getValue()))
                .findFirst();
    }

    private String address() {
        var forwarded = request.getHeader("X-Forwarded-For");
        return forwarded == null ? request.getRemoteAddr() : forwarded.split(",", 2)[0].strip();
    }
}
