package ilgam.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static ilgam.gateway.AccessTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class WebAppTest {

    static final Running gateway = new Running();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/tasks/WEB-1", "/dashboard", "/apiary", "/%EC%9D%BC%EA%B0%90"})
    void every_address_of_the_app_leads_to_its_entrance(String path) {
        var answer = gateway.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(answer.body()).contains("the entrance");
    }

    @Test
    void a_file_named_by_its_content_is_kept_for_ever_and_others_are_asked_for_again() {
        var kept = gateway.get("/_app/immutable/start.js");
        assertThat(kept.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(kept.headers().firstValue("Cache-Control").orElse("")).contains("immutable");

        var entrance = gateway.get("/index.html");
        var etag = entrance.headers().firstValue("ETag").orElseThrow();
        var again = gateway.get("/index.html", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_file_that_was_packed_smaller_is_sent_so() {
        var packed = gateway.get("/_app/immutable/start.js", "Accept-Encoding", "br, gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(packed.body()).startsWith("packed");
        assertThat(gateway.get("/_app/immutable/start.js").body()).startsWith("console");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing.js",
                "/_app/immutable/gone.css",
                "/application.yaml",
                "/ilgam/gateway/Gateway.class",
                "/META-INF/MANIFEST.MF",
                "/static/index.html",
                "/eureka.css"
            })
    void what_is_not_there_is_a_problem_and_no_page(String path) {
        assertProblem(gateway.get(path, "Accept", "text/html"), 404, "not-found");
    }

    @Test
    void only_a_browser_on_its_way_to_a_page_gets_the_entrance() {
        assertProblem(gateway.get("/dashboard", "Accept", "application/json"), 404, "not-found");
        assertProblem(gateway.get("/api/unknown", "Accept", "text/html"), 404, "not-found");
    }
}
