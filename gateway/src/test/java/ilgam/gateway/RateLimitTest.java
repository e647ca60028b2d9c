package ilgam.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static ilgam.gateway.AccessTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

    static final Running gateway = new Running(
                    "--ilgam.gateway.rate-limit.member-per-second=1",
                    "--ilgam.gateway.rate-limit.member-burst=10",
                    "--ilgam.gateway.rate-limit.address-per-second=1",
                    "--ilgam.gateway.rate-limit.address-burst=4")
            .withAll();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_client_over_its_rate_limit_learns_when_to_retry_and_others_are_not_affected() {
        gateway.member.at("/internal/exchange", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var member = body.contains("ilgam_AdaAdaAda") ? "ada" : "lin";
            StandIn.answer(exchange, 200, Running.exchanged(member));
        });
        for (int i = 0; i < 10; i++)
            assertThat(as("ilgam_AdaAdaAdaAdaAdaAda").statusCode()).isEqualTo(200);
        var refused = as("ilgam_AdaAdaAdaAdaAdaAda");
        assertProblem(refused, 429, "too-fast");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(as("ilgam_LinLinLinLinLinLin").statusCode()).isEqualTo(200);

        for (int i = 0; i < 4; i++)
            assertThat(gateway.get("/api/tasks").statusCode()).isEqualTo(200);
        assertProblem(gateway.get("/api/tasks"), 429, "too-fast");
        assertThat(as("ilgam_LinLinLinLinLinLin").statusCode()).isEqualTo(200);
        assertProblem(gateway.get("/api/tasks", "Authorization", "Bearer nonsense"), 429, "too-fast");
    }

    private static java.net.http.HttpResponse<String> as(String token) {
        return gateway.get("/api/tasks", "Authorization", "Bearer " + token);
    }
}
