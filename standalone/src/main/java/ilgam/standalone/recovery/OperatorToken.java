package ilgam.standalone.recovery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/**
 * The token with which operators' commands call services: an admin's token of one minute, signed with the key in the
 * data folder as the member context signs members' tokens. Its subject is no member.
 */
final class OperatorToken {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final UUID NOBODY = new UUID(0, 0);

    private OperatorToken() {}

    /**
     * A new token.
     *
     * @param signingKey a PEM file's text
     */
    static String signedWith(String signingKey) {
        var claims = Map.of(
                "iss",
                "ilgam",
                "sub",
                NOBODY.toString(),
                "role",
                "ADMIN",
                "scope",
                "read write admin",
                "teams",
                List.of(),
                "leads",
                List.of(),
                "src",
                "api",
                "exp",
                Instant.now().plus(LIFE).getEpochSecond());
        var said = encoded(Map.of("alg", "ES256")) + "." + encoded(claims);
        try {
            var der = Base64.getMimeDecoder().decode(signingKey.replaceAll("-----[A-Z ]+-----", ""));
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)));
            signature.update(said.getBytes(StandardCharsets.US_ASCII));
            return said + "." + base64(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The signing key is of no use.", failure);
        }
    }

    private static String encoded(Map<String, ?> part) {
        return base64(JsonMapper.shared().writeValueAsBytes(part));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
