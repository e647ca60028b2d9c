package ilgam.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/** What one reads before the reference: how requests are made, whatever they are about. */
final class Guide {

    private static final String SECTIONS = read();

    private Guide() {}

    static String html() {
        var permissions = new StringBuilder("<section id=\"permissions\"><h2>Permissions</h2><ul>");
        Permissions.RULES.forEach(
                rule -> permissions.append("<li>").append(DocsPage.text(rule)).append("</li>"));
        return SECTIONS
                + permissions
                        .append("</ul><pre>")
                        .append(DocsPage.text(Permissions.EXAMPLE))
                        .append("</pre></section>");
    }

    private static String read() {
        try (var file = requireNonNull(Guide.class.getResourceAsStream("guide.html"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
