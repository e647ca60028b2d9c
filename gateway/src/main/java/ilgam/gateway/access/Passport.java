package ilgam.gateway.access;

import java.util.Base64;

import tools.jackson.databind.json.JsonMapper;

/** The signed token for the way inside, and whose it is. */
record Passport(String jwt, String member) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads the holder; the signature is the contexts' to verify, and the token came from the member context itself. */
    static Passport of(String jwt) {
        var claims = Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]);
        return new Passport(jwt, JSON.readTree(claims).path("sub").asString());
    }
}
