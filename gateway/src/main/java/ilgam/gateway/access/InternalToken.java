package ilgam.gateway.access;

import java.util.Base64;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * The signed token for the way inside, and whose it is.
 *
 * @param administers whether the holder is an admin who may act as one: a session, or a token with the scope admin
 */
record InternalToken(String jwt, String member, boolean administers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads the holder; the signature is the contexts' to verify, and the token came from the member context itself. */
    static InternalToken of(String jwt) {
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]));
        var scopes = List.of(claims.path("scope").asString("").split(" "));
        return new InternalToken(
                jwt,
                claims.path("sub").asString(),
                claims.path("role").asString("").equals("ADMIN") && scopes.contains("admin"));
    }
}
