package ilgam.trial;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files. Files are streamed from the disk. */
public final class Multipart {

    private final String boundary = UUID.randomUUID().toString();
    private final List<BodyPublisher> parts = new ArrayList<>();

    public Multipart field(String name, String value) {
        parts.add(text(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        return this;
    }

    public Multipart file(String name, Path file) {
        head(name, file.getFileName().toString());
        try {
            parts.add(BodyPublishers.ofFile(file));
        } catch (FileNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
        parts.add(text("\r\n"));
        return this;
    }

    public Multipart file(String name, String fileName, byte[] content) {
        head(name, fileName);
        parts.add(BodyPublishers.ofByteArray(content));
        parts.add(text("\r\n"));
        return this;
    }

    private void head(String name, String fileName) {
        parts.add(text(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name, fileName)));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        var all = new ArrayList<>(parts);
        all.add(text("--%s--\r\n".formatted(boundary)));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
