package ilgam.member.identity.api;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** Reads the {@link ClientInfo} of a request. */
@Component
class ClientInfoReader {

    private static final String BEARER = "Bearer ";

    private final JwtDecoder tokens;

    ClientInfoReader(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    ClientInfo of(HttpServletRequest request) {
        return new ClientInfo(request, session(request.getHeader(HttpHeaders.AUTHORIZATION)));
    }

    /**
     * The session in the signed token of a browser's request. The token was verified before; this only reads it again.
     */
    private @Nullable UUID session(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) return null;
        var session = tokens.decode(authorization.substring(BEARER.length())).getClaimAsString("sid");
        return session == null ? null : UUID.fromString(session);
    }
}
