package ilgam.gateway.access;

import java.util.Base64;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * The signed token that a context accepts.
 *
 * @param member the id of its holder
 * @param administers whether the holder is an admin, acting by a session or by a token with the scope admin
 */
record InternalToken(String jwt, String member, boolean administers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Reads the claims without verifying the signature: the token came from the member context itself, and the contexts
     * verify it.
     */
    static InternalToken of(String jwt) {
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]));
        var scopes = List.of(claims.path("scope").asString("").split(" "));
        return new InternalToken(
                jwt,
                claims.path("sub").asString(),
                claims.path("role").asString("").equals("ADMIN") && scopes.contains("admin"));
    }
}
