package ilgam.starter.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Tokens as the member context signs them, with a key pair of this JVM.
 *
 * <pre>{@code
 * request.header("Authorization", Tokens.bearer(ADA, "MEMBER"));
 * request.header("Authorization", "Bearer " + Tokens.of(ADA, "MEMBER", claims -> claims.claim("scope", "read")));
 * }</pre>
 */
public final class Tokens {

    /** The service key in tests. */
    public static final String SERVICE_KEY = "service-key-of-the-tests";

    private static final KeyPair PAIR = newKeyPair();
    private static final Path FOLDER = writeKeys();

    private Tokens() {}

    /** A session's token, valid for one minute, with all scopes. */
    public static String of(UUID member, String role) {
        return of(member, role, _ -> {});
    }

    /** An Authorization header with such a token. */
    public static String bearer(UUID member, String role) {
        return "Bearer " + of(member, role);
    }

    /** A token with changed claims. */
    public static String of(UUID member, String role, Consumer<JWTClaimsSet.Builder> change) {
        return signed(PAIR, member, role, change);
    }

    /** A token signed by another key. */
    public static String forged(UUID member, String role) {
        return signed(newKeyPair(), member, role, _ -> {});
    }

    private static String signed(KeyPair pair, UUID member, String role, Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("ilgam")
                .subject(member.toString())
                .claim("role", role)
                .claim("scope", "read write admin")
                .claim("teams", List.of())
                .claim("leads", List.of())
                .claim("src", "web")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        change.accept(claims);
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims.build());
            token.sign(new ECDSASigner((ECPrivateKey) pair.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that services verify with, as a PEM file. */
    public static Path publicKey() {
        return FOLDER.resolve("token-public.pem");
    }

    /** The key that the member context signs with, as a PEM file. */
    public static Path privateKey() {
        return FOLDER.resolve("token-private.pem");
    }

    private static KeyPair newKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path writeKeys() {
        try {
            var folder = Files.createTempDirectory("ilgam-keys");
            folder.toFile().deleteOnExit();
            write(folder.resolve("token-public.pem"), "PUBLIC KEY", PAIR.getPublic());
            write(folder.resolve("token-private.pem"), "PRIVATE KEY", PAIR.getPrivate());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String title, Key key) throws IOException {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        Files.writeString(file, "-----BEGIN " + title + "-----\n" + base64 + "\n-----END " + title + "-----\n");
        file.toFile().deleteOnExit();
    }
}
