package ilgam.member.identity.exchange;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.teams.Teams;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Signs tokens, valid for a minute, with the system's only private key. */
@Component
class TokenSigner {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.ES256);

    private final JWSSigner signer;
    private final Teams teams;
    private final Clock clock;

    TokenSigner(@Value("${ilgam.member.signing-key}") Resource key, Teams teams, Clock clock) {
        this.signer = signerWith(key);
        this.teams = teams;
        this.clock = clock;
    }

    SignedToken sign(Bearer bearer) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var memberships = teams.of(new MemberId(bearer.memberId()));
        var expiresAt = now.plus(LIFETIME);
        var claims = new JWTClaimsSet.Builder()
                .issuer("ilgam")
                .subject(bearer.memberId().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .claim("role", bearer.role().name())
                .claim("scope", bearer.scopes())
                .claim("teams", texts(memberships.teams()))
                .claim("leads", texts(memberships.leads()))
                .claim("src", bearer.source());
        if (bearer.session() != null) claims.claim("sid", bearer.session().toString());
        return new SignedToken(signed(claims.build()), expiresAt);
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(HEADER, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("The signing key cannot sign.", broken);
        }
    }

    private static JWSSigner signerWith(Resource key) {
        try {
            var pem = key.getContentAsString(US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
            var pkcs8 = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            return new ECDSASigner((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(pkcs8));
        } catch (IOException | GeneralSecurityException | JOSEException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "ilgam.member.signing-key must name a PEM file with a PKCS#8 private key on the curve P-256.",
                    unusable);
        }
    }
}
