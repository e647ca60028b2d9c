package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void secrets_are_generated_once_and_kept() throws IOException {
        var first = new Secrets(folder.resolve("secrets"));
        var password = first.password("ilgam_work");
        var key = first.serviceKey();
        var signingKey = Files.readString(first.signingKey());
        var second = new Secrets(folder.resolve("secrets"));
        assertThat(second.password("ilgam_work")).isEqualTo(password).hasSize(48);
        assertThat(second.password("ilgam_member")).isNotEqualTo(password);
        assertThat(second.serviceKey()).isEqualTo(key).hasSize(64);
        assertThat(second.signingKey()).content().isEqualTo(signingKey);
    }

    @Test
    void only_their_owner_can_read_secrets() throws IOException {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.setupCode();
        try (var files = Files.list(folder.resolve("secrets"))) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void the_public_key_verifies_what_the_private_key_signs() throws IOException, GeneralSecurityException {
        var secrets = new Secrets(folder.resolve("secrets"));
        var keys = KeyFactory.getInstance("EC");
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(secrets.signingKey()))));
        signer.update(new byte[] {1, 2, 3});
        var verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(keys.generatePublic(new X509EncodedKeySpec(decoded(secrets.publicKey()))));
        verifier.update(new byte[] {1, 2, 3});
        assertThat(verifier.verify(signer.sign())).isTrue();
    }

    private static byte[] decoded(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }
}
