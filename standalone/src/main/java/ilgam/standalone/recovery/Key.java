package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;

import ilgam.standalone.CannotStart;

/**
 * The key of an encrypted backup: each file is encrypted with AES-256-GCM in segments (Tink's streaming AEAD), with its
 * name as associated data, so that files cannot be exchanged.
 */
final class Key {

    private static final int BYTES = 32;
    private static final int SEGMENT = 1 << 16;
    private static final int FINGERPRINT = 8;

    private final byte[] secret;

    private Key(byte[] secret) {
        this.secret = secret;
    }

    static Key read(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (text.matches("[0-9a-fA-F]{%d}".formatted(2 * BYTES)))
                return new Key(HexFormat.of().parseHex(text));
        } catch (IOException failure) {
            throw CannotStart.refused("The key file %s cannot be read.".formatted(file));
        }
        throw CannotStart.refused(
                "%s is no key file: it has to hold %d hexadecimal digits. Make one: openssl rand -hex %d >%s"
                        .formatted(file, 2 * BYTES, BYTES, file));
    }

    /** A fingerprint that identifies the key without disclosing it. */
    String fingerprint() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal("ilgam backup".getBytes(StandardCharsets.UTF_8)), 0, FINGERPRINT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Encrypts a stream; closing it writes the last segment. */
    OutputStream encrypting(OutputStream to, String name) throws IOException {
        try {
            return streaming().newEncryptingStream(to, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    /** Decrypts a stream, and fails at the first byte that was changed. */
    InputStream decrypting(InputStream from, String name) throws IOException {
        try {
            return streaming().newDecryptingStream(from, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private AesGcmHkdfStreaming streaming() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(secret, "HmacSha256", BYTES, SEGMENT, 0);
    }
}
