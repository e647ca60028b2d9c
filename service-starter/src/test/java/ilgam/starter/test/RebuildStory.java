package ilgam.starter.test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.awaitility.core.ConditionTimeoutException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.projection.Projections;
import ilgam.starter.projection.Projections.Entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Rebuilds every projection of a running service, and checks that rows and table definitions stay the same. */
public final class RebuildStory {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ApplicationContext context;
    private final JdbcClient db;
    private final List<Entry> projections;

    public RebuildStory(ApplicationContext context) {
        this.context = context;
        this.db = context.getBean(JdbcClient.class);
        this.projections = context.getBean(Projections.class).all().stream()
                .filter(projection -> projection.kind() == Kind.PROJECTION)
                .toList();
    }

    /**
     * Appends a random history and rebuilds all projections; returns their number. The history must have every event
     * that a projection handles, and leave rows in each table.
     */
    public int tell(RandomHistory history, int events) {
        var kinds = history.tell(context.getBean(EventStore.class), events);
        assertThat(kinds).as("events of the history").containsAll(handled());
        try {
            tell();
        } catch (AssertionError | ConditionTimeoutException failure) {
            throw new AssertionError(history.toString(), failure);
        }
        for (var projection : projections) {
            rows(projection).forEach((table, rows) -> assertThat(rows).as(table).isNotEmpty());
            assertThat(letters(projection))
                    .as("dead letters of %s", projection.name())
                    .isEmpty();
        }
        return projections.size();
    }

    /** Rebuilds all projections at once; returns their number. */
    public int tell() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(views())
                        .allSatisfy((_, view) -> assertThat(isLevel(view)).isTrue()));
        var rows = all(this::rows);
        var shapes = all(this::shape);
        mustCompareEqual();
        rebuild("");
        var again = all(this::rows);
        again.forEach((projection, tables) -> tables.forEach((table, after) -> mustBeEqual(
                table + " of " + projection,
                rows.getOrDefault(projection, Map.of()).getOrDefault(table, List.of()),
                after)));
        assertThat(all(this::shape)).isEqualTo(shapes);
        return projections.size();
    }

    /** The service's own comparison must also find no difference. */
    private void mustCompareEqual() {
        rebuild("?compare=true");
        assertThat(views()).allSatisfy((_, view) -> {
            assertThat(view.at("/compared/differences")).isEmpty();
            assertThat(view.at("/compared/differing").asLong(-1)).isZero();
        });
    }

    private void rebuild(String how) {
        projections.forEach(projection -> ask("POST", "/" + projection.name() + "/rebuild" + how, 202));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(views())
                        .allSatisfy((_, view) ->
                                assertThat(view.path("state").asString()).isEqualTo("running")));
    }

    /** Fails with the differing rows alone. */
    private static void mustBeEqual(String table, List<String> before, List<String> after) {
        var were = Set.copyOf(before);
        var are = Set.copyOf(after);
        assertThat(before.stream().filter(row -> !are.contains(row)).toList())
                .as(table)
                .isEqualTo(after.stream().filter(row -> !were.contains(row)).toList());
        assertThat(after).as(table).hasSameSizeAs(before);
    }

    private <T> Map<String, T> all(Function<Entry, T> what) {
        return projections.stream().collect(Collectors.toMap(Entry::name, what, (one, _) -> one, TreeMap::new));
    }

    private Set<Class<?>> handled() {
        return Arrays.stream(context.getBeanNamesForAnnotation(ProcessingGroup.class))
                .filter(bean -> {
                    var component = context.findAnnotationOnBean(bean, EventComponent.class);
                    return component != null && component.kind() == Kind.PROJECTION;
                })
                .flatMap(bean -> Arrays.stream(
                        ClassUtils.getUserClass(context.getBean(bean)).getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .flatMap(handler -> RandomHistory.leaves(handler.getParameterTypes()[0]))
                .collect(Collectors.toSet());
    }

    private List<String> letters(Entry projection) {
        return db.sql("select payload_type || ' of ' || aggregate_identifier || ': ' || cause_message from dead_letter"
                        + " where processing_group = ?")
                .param(projection.name())
                .query(String.class)
                .list();
    }

    private static boolean isLevel(JsonNode view) {
        return view.path("position").asLong() == view.path("head").asLong();
    }

    private Map<String, List<String>> rows(Entry projection) {
        var rows = new TreeMap<String, List<String>>();
        for (var table : projection.tables())
            rows.put(
                    table,
                    db.sql("select (to_jsonb(t) - ?::text[])::text from %s t order by 1".formatted(table))
                            .param(projection.notFromEvents(table).toArray(String[]::new))
                            .query(String.class)
                            .list());
        if (!projection.sharedRows().isEmpty())
            rows.put(
                    "shared",
                    db.sql("select t::text from (select * from %s) t order by 1".formatted(projection.sharedRows()))
                            .query(String.class)
                            .list());
        return rows;
    }

    private List<String> shape(Entry projection) {
        return TableShapes.of(db, projection.tables());
    }

    private Map<String, JsonNode> views() {
        return ask("GET", "", 200)
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(view -> view.path("name").asString(), view -> view));
    }

    private JsonNode ask(String method, String path, int status) {
        var environment = context.getEnvironment();
        var label = environment.getRequiredProperty("spring.application.name").replace("-context", "");
        var port = environment.getRequiredProperty("local.server.port", Integer.class);
        var request = AsGateway.request(port, "/api/projections" + (path.isEmpty() ? "" : "/" + label + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", Tokens.bearer(UUID.randomUUID(), "ADMIN"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
