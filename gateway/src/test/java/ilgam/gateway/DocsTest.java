package ilgam.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocsTest {

    static final Running gateway = new Running().withAll();

    @BeforeAll
    static void describe() {
        gateway.member.answering("/v3/api-docs", 200, api("/api/members", "Page", "string", "Problem"));
        gateway.work.answering("/v3/api-docs", 200, api("/api/tasks", "Page", "integer", "Problem"));
        gateway.dashboard.answering("/v3/api-docs", 200, api("/internal/secret", "Summary", "string", "Problem"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void one_document_describes_the_whole_api() {
        var api = Running.json(gateway.get("/api/openapi.json"));
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("paths").propertyNames())
                .contains("/api/members", "/api/tasks", "/api/services")
                .doesNotContain("/internal/secret");
        assertThat(api.path("components").path("schemas").propertyNames())
                .contains("Page", "WorkPage", "Summary", "Problem", "Reason", "Services");
        assertThat(reference(api, "/api/members")).isEqualTo("#/components/schemas/Page");
        assertThat(reference(api, "/api/tasks")).isEqualTo("#/components/schemas/WorkPage");
    }

    @Test
    void people_read_it_as_a_page_without_scripts() {
        var page = gateway.get("/api/docs", "Accept", "text/html");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("style-src 'sha256-");
        assertThat(page.body())
                .contains("/api/tasks")
                .contains("It&#39;s &lt;b&gt;")
                .doesNotContain("<script");
    }

    @Test
    void the_page_says_who_may_do_what() {
        var page = gateway.get("/api/docs", "Accept", "text/html").body();
        assertThat(page.substring(page.indexOf("id=\"permissions\""), page.indexOf("<h2>Things of /api/members</h2>")))
                .contains("Links into an archived project stay readable")
                .contains("Without admin, an administrator&#39;s token is a manager&#39;s")
                .contains("too-few-people");
    }

    @Test
    void a_guide_comes_before_the_reference() {
        assertThat(gateway.get("/api/docs", "Accept", "text/html").body())
                .containsSubsequence(
                        "id=\"authentication\"",
                        "X-XSRF-TOKEN",
                        "id=\"errors\"",
                        "application/problem+json",
                        "id=\"pages\"",
                        "cursor=",
                        "id=\"past\"",
                        "?at=",
                        "id=\"repeating\"",
                        "Idempotency-Key:",
                        "id=\"versions\"",
                        "If-Match:",
                        "id=\"limits\"",
                        "Retry-After:",
                        "id=\"permissions\"",
                        "figures-of-others",
                        "<h2>Things of /api/members</h2>",
                        "<h2>Things of /api/tasks</h2>",
                        "<h2>Operations</h2>");
    }

    @Test
    void every_operation_of_a_context_can_be_too_fast() {
        assertThat(Running.json(gateway.get("/api/openapi.json"))
                        .at("/paths/~1api~1tasks/get/responses/429/description")
                        .asString())
                .contains("too-fast");
    }

    @Test
    void the_words_of_one_enumeration_are_those_of_all_contexts() {
        var reasons = Running.json(gateway.get("/api/openapi.json")).at("/components/schemas/Reason/enum");
        assertThat(reasons.valueStream().map(it -> it.asString())).containsExactly("integer", "string");
    }

    private static String reference(tools.jackson.databind.JsonNode api, String path) {
        return api.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asString();
    }

    private static String api(String path, String schema, String type, String common) {
        return """
                {"openapi":"3.1.0","tags":[{"name":"Things of %1$s","description":"What they are"}],
                "paths":{"%1$s":{"get":{"summary":"It's <b>","tags":["Things of %1$s"],"responses":{"200":{"content":
                {"application/json":{"schema":{"$ref":"#/components/schemas/%2$s"}}}}}}}},
                "components":{"schemas":{"%2$s":{"type":"%3$s"},"%4$s":{"type":"object"},
                "Reason":{"type":"string","enum":["%3$s"]}}}}""".formatted(path, schema, type, common);
    }
}
