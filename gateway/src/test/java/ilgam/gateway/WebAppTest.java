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
    void every_address_of_the_app_gets_the_start_page(String path) {
        var answer = gateway.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(answer.body()).contains("the entrance");
    }

    @Test
    void files_with_a_hash_in_their_names_are_cached_for_ever_and_others_revalidated() {
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
    void a_file_is_sent_compressed_where_the_build_compressed_it() {
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
    void an_unknown_file_is_answered_with_a_problem_document(String path) {
        assertProblem(gateway.get(path, "Accept", "text/html"), 404, "not-found");
    }

    @Test
    void only_navigation_gets_the_start_page() {
        assertProblem(gateway.get("/dashboard", "Accept", "application/json"), 404, "not-found");
        assertProblem(gateway.get("/api/unknown", "Accept", "text/html"), 404, "not-found");
    }
}
