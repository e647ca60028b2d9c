package ilgam.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.function.RouterFunction;

import static ilgam.gateway.AccessTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MetricsTest {

    /** Eight buckets, count and sum for success; one bucket, count and sum for client errors and for server errors. */
    private static final int OF_A_ROUTE = 8 + 2 + 2 * (1 + 2);

    /** GET with HEAD, POST, PUT, PATCH, DELETE. */
    private static final int METHODS = 5;

    /**
     * How a route's function describes itself: a path template, preceded by its methods where it has not all of them.
     */
    private static final Pattern TEMPLATE = Pattern.compile("(GET && |HEAD] && |HEAD && )?(?<![\\w*])/[a-z/*.-]+");

    static final Running gateway = new Running().withAll();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void requests_are_counted_by_route() {
        gateway.get("/api/projects/WEB");
        gateway.get("/api/projects/APP");
        assertThat(gateway.get("/api/issues/WEB-1", "Authorization", "Bearer nonsense")
                        .statusCode())
                .isEqualTo(401);
        gateway.work.close();
        assertProblem(gateway.get("/api/imports/1"), 503, "unavailable");

        await().untilAsserted(() -> assertThat(scrape()) // a request is counted after its answer has gone out
                .contains(count("/api/projects/**", "SUCCESS") + 2)
                .contains(
                        "http_server_requests_seconds_bucket{method=\"GET\",outcome=\"SUCCESS\",uri=\"/api/projects/**\",le=\"0.5\"} 2")
                .contains(count("/api/issues/**", "CLIENT_ERROR") + 1)
                .contains(count("/api/imports/**", "SERVER_ERROR") + 1)
                .doesNotContain("eureka"));
    }

    private static String count(String route, String outcome) {
        return "http_server_requests_seconds_count{method=\"GET\",outcome=\"%s\",uri=\"%s\"} "
                .formatted(outcome, route);
    }

    @Test
    void unknown_paths_and_methods_add_no_series() {
        ask("first");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> { // a request is counted after its answer has gone out
                            var before = series();
                            for (int i = 0; i < 30; i++) ask("again-" + UUID.randomUUID());
                            assertThat(series().stream().filter(name -> !name.startsWith("jvm_gc_")))
                                    .isSubsetOf(before);
                        });
    }

    @Test
    void there_are_at_most_2500_series() {
        var lasting = series().stream()
                .filter(name -> !name.startsWith("http_server_requests_seconds"))
                .count();
        var unmatched = METHODS + 1;
        assertThat(lasting + (long) OF_A_ROUTE * (templatesTimesMethods() + unmatched))
                .isLessThanOrEqualTo(2_500);
    }

    private static int templatesTimesMethods() {
        var templates = gateway.beans(RouterFunction.class)
                .flatMap(routes -> TEMPLATE.matcher(routes.toString()).results())
                .toList();
        assertThat(templates).hasSizeGreaterThan(20);
        return templates.stream()
                .mapToInt(template -> template.group(1) == null ? METHODS : 1)
                .sum();
    }

    private static void ask(String something) {
        gateway.get("/api/" + something);
        gateway.get("/" + something, "Accept", "text/html");
        gateway.get("/" + something + ".js");
        gateway.get("/api//" + something);
        gateway.get("/api/tasks/" + UUID.randomUUID());
        gateway.get("/api/tasks/" + something, "Authorization", "Bearer " + something);
        for (var method : new String[] {"BREW", "OPTIONS", "HEAD", "DELETE"})
            gateway.send(method, "/api/members/" + something, "");
    }

    private static Set<String> series() {
        return scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static String scrape() {
        return gateway.send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.managementPort() + "/actuator/prometheus")))
                .body();
    }
}
