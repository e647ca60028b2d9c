package ilgam.starter.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.core.io.Resource;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Accepts only the member context's ES256 tokens. The gateway sends the same token for some seconds, so verified tokens
 * are cached until they expire.
 */
final class TokenVerifier implements JwtDecoder {

    private static final String ISSUER = "ilgam";
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** Total size of the cached tokens as sent; their parsed claims take several times that. */
    private static final long MOST_REMEMBERED = 2_000_000;

    private final NimbusJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .<String, Jwt>weigher((token, _) -> token.length())
            .executor(Runnable::run)
            .build();

    TokenVerifier(ECPublicKey key, Clock clock) {
        this.clock = clock;
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(new ECKey.Builder(Curve.P_256, key).build()))));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        decoder = new NimbusJwtDecoder(processor);
        var expiry = new JwtTimestampValidator(SKEW);
        expiry.setClock(clock);
        expiry.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(expiry, new JwtIssuerValidator(ISSUER)));
    }

    static ECPublicKey readPem(Resource pem) {
        try {
            var base64 = pem.getContentAsString(UTF_8)
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("ilgam.security.public-key must be a PEM file with an EC P-256 key.", e);
        }
    }

    @Override
    public Jwt decode(String token) {
        var known = remembered.getIfPresent(token);
        if (known != null && !isOver(known)) return known;
        var verified = decoder.decode(token);
        remembered.put(token, verified);
        return verified;
    }

    private boolean isOver(Jwt token) {
        var expiry = token.getExpiresAt();
        return expiry == null || Instant.now(clock).minus(SKEW).isAfter(expiry);
    }
}
