package ilgam.gateway;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static ilgam.gateway.AccessTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class BodyBudgetTest {

    static final Running gateway = new Running("--ilgam.gateway.rate-limit.bodies-per-minute=1200KB").withAll();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_client_that_sends_too_much_is_refused_and_refused_bodies_count() {
        gateway.member.at("/internal/exchange", exchange -> {
            exchange.getRequestBody().readAllBytes();
            StandIn.answer(exchange, 200, Running.exchanged("eve"));
        });
        gateway.work.at("/api/tasks", exchange -> {
            exchange.getRequestBody().readAllBytes();
            StandIn.answer(exchange, 400, "{}");
        });
        for (int i = 0; i < 3; i++)
            assertThat(send("/api/tasks", known(400_000)).statusCode()).isEqualTo(400);
        var refused = send("/api/tasks", known(400_000));
        assertProblem(refused, 429, "too-fast");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertProblem(send("/api/tasks", unknown(400_000)), 429, "too-fast");
        assertThat(send("/api/tasks", known(10)).statusCode()).isEqualTo(400);
        gateway.work.at("/api/imports", exchange -> {
            exchange.getRequestBody().readAllBytes();
            StandIn.answer(exchange, 200, "{}");
        });
        assertThat(send("/api/imports", known(900_000)).statusCode()).isEqualTo(200);
    }

    private static BodyPublisher known(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher unknown(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static HttpResponse<String> send(String path, BodyPublisher body) {
        return gateway.send(HttpRequest.newBuilder(gateway.outside(path))
                .header("Authorization", "Bearer ilgam_EveEveEveEveEveEve")
                .POST(body));
    }
}
