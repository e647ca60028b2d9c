package ilgam.starter.test;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Appends a poison event for each component of a running service at once: each must set its own aside and nothing else.
 */
public final class PoisonStory {

    private final ApplicationContext context;
    private final PoisonEvents poison;
    private final EventStore store;
    private final JdbcClient db;

    public PoisonStory(ApplicationContext context) {
        this.context = context;
        this.poison = context.getBean(PoisonEvents.class);
        this.store = context.getBean(EventStore.class);
        this.db = context.getBean(JdbcClient.class);
    }

    private record Planted(String component, String aggregate) {}

    /** Runs the story; returns the number of components. */
    public int tell() {
        var planted = new ArrayList<Planted>();
        PoisonEvents.components(context).forEach((component, payload) -> {
            var aggregate = poison.plant(store, component, payload);
            poison.follow(store, component, aggregate, payload);
            planted.add(new Planted(component, aggregate));
        });

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(letters(planted))
                        .containsExactlyInAnyOrderElementsOf(planted.stream()
                                .flatMap(one -> Stream.of(one.component(), one.component()))
                                .toList()));
        var metrics = Metrics.of(context);
        for (var one : planted) {
            var letter = letter(one);
            assertThat(letter.path("waiting").asInt()).isOne();
            assertThat(letter.path("cause").asString()).startsWith("IllegalStateException");
            assertThat(metrics.value("ilgam_dead_letters", "projection", one.component()))
                    .isGreaterThanOrEqualTo(0);
        }

        for (var one : planted) {
            var retry = letter(one).path("id").asString() + "/retry";
            assertThat(ask("POST", retry, "").path("handled").asBoolean()).isFalse();
            poison.repair(one.component());
            assertThat(ask("POST", retry, "").path("handled").asBoolean()).isTrue();
        }
        assertThat(letters(planted)).isEmpty();
        return planted.size();
    }

    /** The components that have a dead letter among these events, once for each letter. */
    private List<String> letters(List<Planted> planted) {
        return db.sql("select processing_group from dead_letter where aggregate_identifier = any (?)")
                .param(planted.stream().map(Planted::aggregate).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private JsonNode letter(Planted planted) {
        return ask("GET", "?limit=200", "")
                .path("items")
                .valueStream()
                .filter(letter -> letter.path("item").asString().equals(planted.aggregate()))
                .filter(letter -> letter.path("projection").asString().equals(planted.component()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no letter of " + planted));
    }

    private JsonNode ask(String method, String path, String body) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var request = AsGateway.request(port, "/api/dead-letters" + (path.startsWith("?") ? "" : "/") + path)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", Tokens.bearer(UUID.randomUUID(), "ADMIN"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        } catch (java.io.IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
