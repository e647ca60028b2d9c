package ilgam.gateway;

import java.net.http.HttpRequest;
import java.util.HashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static ilgam.gateway.AccessTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class InstancesTest {

    final Running gateway = new Running();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void paths_and_health_report_a_context_that_is_missing() {
        gateway.register("member-context", "m1", gateway.member.port());
        gateway.register("work-context", "w1", gateway.work.port());

        var answer = gateway.get("/api/dashboard/summary");
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(gateway.get("/api/tasks").statusCode()).isEqualTo(200);

        var health = gateway.get("/api/health");
        assertThat(health.statusCode()).isEqualTo(503);
        var contexts = Running.json(health).path("contexts");
        assertThat(contexts.path("work").path("instances").asInt()).isEqualTo(1);
        assertThat(contexts.path("dashboard").path("status").asString()).isEqualTo("missing");

        gateway.register("dashboard-context", "d1", gateway.dashboard.port());
        assertThat(gateway.get("/api/health").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/api/dashboard/summary").statusCode()).isEqualTo(200);
    }

    @Test
    void health_reports_an_event_store_that_is_away_and_stays_ready() {
        gateway.withAll();
        assertThat(eventStore()).isEqualTo("up");

        gateway.register("work-context", "w1", gateway.work.port(), "away");
        assertThat(eventStore()).isEqualTo("away");
        gateway.register("member-context", "m1", gateway.member.port(), "refused");
        assertThat(eventStore()).isEqualTo("refused");

        var health = gateway.get("/api/health");
        assertThat(health.statusCode()).isEqualTo(200);
        var contexts = Running.json(health).path("contexts");
        assertThat(contexts.at("/work/eventStore/status").asString()).isEqualTo("away");
        assertThat(contexts.at("/dashboard/eventStore/status").asString()).isEqualTo("up");
        assertThat(gateway.get("/api/tasks").statusCode()).isEqualTo(200);
    }

    private String eventStore() {
        return Running.json(gateway.get("/api/health")).at("/eventStore/status").asString();
    }

    @Test
    void requests_go_round_robin_and_past_a_dead_instance() throws Exception {
        var other = new StandIn();
        gateway.register("work-context", "w1", gateway.work.port());
        gateway.register("work-context", "w2", other.port());

        var answers = new HashMap<String, Integer>();
        for (int i = 0; i < 10; i++) answers.merge(gateway.get("/api/tasks").body(), 1, Integer::sum);
        assertThat(answers.values()).containsExactly(5, 5);

        other.close(); // it stays registered for a while, as a killed one does
        Thread.sleep(100);
        for (int i = 0; i < 20; i++) {
            var method = i % 2 == 0 ? "GET" : "POST";
            assertThat(gateway.send(method, "/api/tasks", "{}").statusCode())
                    .as(method)
                    .isEqualTo(200);
        }
    }

    @Test
    void an_instance_out_of_service_gets_no_requests() throws Exception {
        gateway.register("work-context", "w1", gateway.work.port());
        assertThat(gateway.get("/api/tasks").statusCode()).isEqualTo(200);
        gateway.send(HttpRequest.newBuilder(gateway.inside("/eureka/apps/WORK-CONTEXT/w1/status?value=OUT_OF_SERVICE"))
                .header("Authorization", Running.REGISTRY_LOGIN)
                .PUT(HttpRequest.BodyPublishers.noBody()));
        Thread.sleep(150);
        assertProblem(gateway.get("/api/tasks"), 503, "unavailable");
    }

    @Test
    void an_instance_that_never_answers_is_given_up() {
        gateway.register("work-context", "w1", gateway.work.port());
        gateway.work.at("/api/tasks", exchange -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException stopped) {
                exchange.close();
            }
        });
        assertProblem(gateway.get("/api/tasks"), 503, "timeout");
    }
}
