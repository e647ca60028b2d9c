package ilgam.gateway.docs;

import java.util.Locale;

import tools.jackson.databind.JsonNode;

import static ilgam.gateway.docs.DocsPage.pretty;
import static ilgam.gateway.docs.DocsPage.text;

/** One operation on the page that people read. */
final class DocumentedOperation {

    private DocumentedOperation() {}

    static String html(String method, String path, JsonNode operation) {
        var html = new StringBuilder("<details><summary><b>")
                .append(method.toUpperCase(Locale.ROOT))
                .append("</b><code>")
                .append(text(path))
                .append("</code> <span>")
                .append(text(operation.path("summary").asString("")))
                .append("</span></summary><div><p>")
                .append(text(operation.path("description").asString("")))
                .append("</p>");
        if (operation.has("parameters")) html.append(parameters(operation.path("parameters")));
        operation
                .at("/requestBody/content")
                .properties()
                .forEach(body -> html.append(body(body.getKey(), body.getValue())));
        return html.append("<p>Answers</p><ul>")
                .append(answers(operation.path("responses")))
                .append("</ul></div></details>")
                .toString();
    }

    private static String parameters(JsonNode parameters) {
        var html = new StringBuilder("<p>Parameters</p><ul>");
        parameters.forEach(parameter -> html.append("<li><code>")
                .append(text(parameter.path("name").asString("")))
                .append("</code> (")
                .append(text(parameter.path("in").asString("")))
                .append(") ")
                .append(text(parameter.path("description").asString("")))
                .append("</li>"));
        return html.append("</ul>").toString();
    }

    private static String body(String type, JsonNode body) {
        var html = new StringBuilder("<p>Body: ")
                .append(text(type))
                .append(' ')
                .append(shape(body))
                .append("</p>");
        if (body.has("example")) html.append(pretty(body.path("example")));
        return html.toString();
    }

    /** Each status with what is answered, or with the reasons of a refusal. */
    private static String answers(JsonNode answers) {
        var html = new StringBuilder();
        answers.properties().forEach(answer -> {
            html.append("<li><code>").append(text(answer.getKey())).append("</code> ");
            var shared = answer.getValue().path("$ref").asString("");
            if (shared.isEmpty())
                html.append(text(answer.getValue().path("description").asString("")));
            else
                html.append("<a href=\"#")
                        .append(text(named(shared)))
                        .append("\">")
                        .append(text(named(shared)))
                        .append("</a>");
            answer.getValue()
                    .path("content")
                    .forEach(content -> html.append(' ').append(shape(content)));
            html.append("</li>");
        });
        return html.toString();
    }

    private static String shape(JsonNode content) {
        var name = named(content.at("/schema/$ref").asString(""));
        return name.isEmpty() ? "" : "<a href=\"#" + text(name) + "\">" + text(name) + "</a>";
    }

    private static String named(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
