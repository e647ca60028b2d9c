package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** Passwords and keys of this installation, generated at the first start and readable by their owner only. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder, onlyOwner("rwx------"));
            if (!Files.exists(publicKey()) || !Files.exists(signingKey())) newKeyPair();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file with the password of a database role. */
    Path passwordFile(String role) {
        var file = folder.resolve(role + ".password");
        keep(file, 24);
        return file;
    }

    String password(String role) {
        return read(passwordFile(role));
    }

    String serviceKey() {
        return keep(folder.resolve("service-key"), 32);
    }

    /** The password with which instances register. */
    String registryPassword() {
        return keep(folder.resolve("registry-password"), 32);
    }

    /** The code that the first member needs to sign up if the gateway can be reached from outside. */
    String setupCode() {
        return keep(folder.resolve("setup-code"), 6);
    }

    Path signingKey() {
        return folder.resolve("token-private.pem");
    }

    Path publicKey() {
        return folder.resolve("token-public.pem");
    }

    private String keep(Path file, int bytes) {
        if (Files.exists(file)) return read(file);
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        var secret = HexFormat.of().formatHex(random);
        write(file, secret);
        return secret;
    }

    private void newKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            write(signingKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write(publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Path file, String text) {
        try {
            var fresh = Files.createTempFile(folder, "new", "", onlyOwner("rw-------"));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
