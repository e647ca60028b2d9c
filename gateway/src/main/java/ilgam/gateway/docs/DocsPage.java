package ilgam.gateway.docs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The API as one page that needs no script and nothing from elsewhere. */
final class DocsPage {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String STYLE = """
            :root{color-scheme:light dark;--bg:#f7f8fa;--surface:#fff;--line:#e3e6eb;--text:#171a21;--muted:#464d5a;--accent:#4f46e5}
            @media(prefers-color-scheme:dark){:root{--bg:#0e1014;--surface:#15181e;--line:#262b35;--text:#eceef2;--muted:#b4bac6;--accent:#a5a1ff}}
            body{margin:0 auto;max-width:960px;padding:24px 16px;background:var(--bg);color:var(--text);font:14px/22px system-ui,sans-serif}
            h1{font-size:26px;font-weight:600}h2{margin:32px 0 8px;font-size:16px;font-weight:600}
            details{margin:4px 0;border:1px solid var(--line);border-radius:6px;background:var(--surface)}
            summary{padding:7px 12px;cursor:pointer}summary b{display:inline-block;width:64px;color:var(--accent);font-size:12px}
            summary span,p{color:var(--muted)}details>div{padding:0 12px 12px}
            pre{overflow:auto;max-height:320px;padding:12px;border:1px solid var(--line);border-radius:4px;font-size:12px;line-height:17px}
            code{font-size:13px;overflow-wrap:anywhere}a{color:var(--accent)}
            """;

    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; frame-ancestors 'none'; base-uri 'none'";

    private DocsPage() {}

    static String of(JsonNode api) {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>Ilgam API</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>Ilgam API</h1><p>")
                .append(text(api.path("info").path("description").asString("")))
                .append(" For programs: <a href=\"/api/openapi.json\">openapi.json</a>.</p>")
                .append(Guide.html());
        for (var tag : api.path("tags")) page.append(section(tag, api.path("paths")));
        page.append("<h2 id=\"shapes\">Shapes</h2>");
        api.path("components")
                .path("schemas")
                .properties()
                .forEach(shape -> page.append("<details id=\"")
                        .append(text(shape.getKey()))
                        .append("\"><summary><code>")
                        .append(text(shape.getKey()))
                        .append("</code> <span>")
                        .append(text(shape.getValue().path("description").asString("")))
                        .append("</span></summary><div>")
                        .append(pretty(shape.getValue()))
                        .append("</div></details>"));
        return page.append("</body></html>").toString();
    }

    private static String section(JsonNode tag, JsonNode paths) {
        var name = tag.path("name").asString("");
        var section = new StringBuilder("<h2>")
                .append(text(name))
                .append("</h2><p>")
                .append(text(tag.path("description").asString("")))
                .append("</p>");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var tags = operation.getValue().path("tags");
                    if (tags.valueStream().anyMatch(each -> each.asString("").equals(name)))
                        section.append(
                                DocumentedOperation.html(operation.getKey(), path.getKey(), operation.getValue()));
                }));
        return section.toString();
    }

    static String pretty(JsonNode node) {
        return "<pre>" + text(PRETTY.writeValueAsString(node)) + "</pre>";
    }

    static String text(String raw) {
        return HtmlUtils.htmlEscape(raw);
    }

    private static String sha256(String style) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
