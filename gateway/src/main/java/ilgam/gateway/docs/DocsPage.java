package ilgam.gateway.docs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The API as one page that needs no script and nothing from elsewhere. */
final class DocsPage {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
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
        var sections = new TreeMap<String, StringBuilder>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey()))
                        sections.computeIfAbsent(noun(path.getKey()), _ -> new StringBuilder())
                                .append(operation(operation.getKey(), path.getKey(), operation.getValue()));
                }));
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>Ilgam API</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>Ilgam API</h1><p>")
                .append(text(api.path("info").path("description").asString("")))
                .append(" For programs: <a href=\"/api/openapi.json\">openapi.json</a>.</p>")
                .append("<h2 id=\"permissions\">Permissions</h2><ul>");
        Permissions.RULES.forEach(rule -> page.append("<li>").append(text(rule)).append("</li>"));
        page.append("</ul>");
        sections.forEach((noun, operations) ->
                page.append("<h2>").append(text(noun)).append("</h2>").append(operations));
        page.append("<h2>Shapes</h2>");
        api.path("components")
                .path("schemas")
                .properties()
                .forEach(shape -> page.append("<details id=\"")
                        .append(text(shape.getKey()))
                        .append("\"><summary><code>")
                        .append(text(shape.getKey()))
                        .append("</code></summary><div>")
                        .append(pretty(shape.getValue()))
                        .append("</div></details>"));
        return page.append("</body></html>").toString();
    }

    private static String operation(String method, String path, JsonNode operation) {
        var html = new StringBuilder("<details><summary><b>")
                .append(method.toUpperCase(Locale.ROOT))
                .append("</b><code>")
                .append(text(path))
                .append("</code> <span>")
                .append(text(operation.path("summary").asString("")))
                .append("</span></summary><div>");
        if (operation.has("description"))
            html.append("<p>")
                    .append(text(operation.path("description").asString("")))
                    .append("</p>");
        if (operation.has("parameters")) html.append("<p>Parameters</p>").append(pretty(operation.path("parameters")));
        if (operation.has("requestBody")) html.append("<p>Body</p>").append(pretty(operation.path("requestBody")));
        return html.append("<p>Answers</p>")
                .append(pretty(operation.path("responses")))
                .append("</div></details>")
                .toString();
    }

    private static String noun(String path) {
        return path.split("/", 4)[2];
    }

    private static String pretty(JsonNode node) {
        return "<pre>" + text(PRETTY.writeValueAsString(node)) + "</pre>";
    }

    private static String text(String raw) {
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
