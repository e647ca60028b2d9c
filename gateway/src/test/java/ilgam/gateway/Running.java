package ilgam.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.gateway.registry.RegistryPort;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A whole gateway in this process, on ports of its own, with stand-ins for contexts that register as real services do.
 */
final class Running implements AutoCloseable {

    static final String KEY = "the-service-key";
    static final String REGISTRY_LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("service:the-registry-password".getBytes(UTF_8));

    private static final List<String> USUAL = List.of(
            "--server.port=0",
            "--ilgam.registry.port=0",
            "--ilgam.service-key=" + KEY,
            "--ilgam.registry.password=the-registry-password",
            "--ilgam.gateway.rate-limit.address-per-second=0",
            "--ilgam.gateway.read-timeout=5s",
            "--spring.lifecycle.timeout-per-shutdown-phase=1s");

    final StandIn member = new StandIn();
    final StandIn work = new StandIn();
    final StandIn dashboard = new StandIn();
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext gateway;

    Running(String... more) {
        var args = new LinkedHashSet<>(List.of(more));
        for (var usual : USUAL)
            if (args.stream().noneMatch(arg -> arg.startsWith(usual.substring(0, usual.indexOf('='))))) args.add(usual);
        gateway = SpringApplication.run(Gateway.class, args.toArray(String[]::new));
    }

    /** Registers the three stand-ins. */
    Running withAll() {
        register("member-context", "m1", member.port());
        register("work-context", "w1", work.port());
        register("dashboard-context", "d1", dashboard.port());
        return this;
    }

    void register(String name, String id, int port) {
        register(name, id, port, "up");
    }

    /** Registers an instance that reports this state of its event store. */
    void register(String name, String id, int port, String eventStore) {
        register(name, id, port, eventStore, 0);
    }

    /** Registers an instance that also reports this number of dead letters. */
    void register(String name, String id, int port, String eventStore, long deadLetters) {
        var instance = """
                {"instance":{"instanceId":"%s","hostName":"127.0.0.1","app":"%s","ipAddr":"127.0.0.1","status":"UP",
                "vipAddress":"%s","port":{"$":%d,"@enabled":"true"},
                "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"},
                "leaseInfo":{"renewalIntervalInSecs":2,"durationInSecs":60},"metadata":{"eventStore":"%s","deadLetters":"%d"}}}""".formatted(id, name.toUpperCase(Locale.ROOT), name, port, eventStore, deadLetters);
        var answer = send(HttpRequest.newBuilder(inside("/eureka/apps/" + name))
                .headers("Content-Type", "application/json", "Authorization", REGISTRY_LOGIN)
                .POST(BodyPublishers.ofString(instance)));
        if (answer.statusCode() != 204) throw new AssertionError(answer.statusCode() + answer.body());
        try {
            Thread.sleep(150); // longer than the gateway caches the live instances
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    int port() {
        return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    <T> Stream<T> beans(Class<T> type) {
        return gateway.getBeanProvider(type).orderedStream();
    }

    int managementPort() {
        return gateway.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    URI outside(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    URI inside(String path) {
        return URI.create(
                "http://127.0.0.1:" + gateway.getBean(RegistryPort.class).number() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(outside(path)), headers));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(with(HttpRequest.newBuilder(outside(path)), headers).method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** A token as the member context issues it, but with a dummy signature. */
    static String jwt(String member) {
        return jwt(Map.of("sub", member, "iss", "ilgam"));
    }

    static String jwt(Map<String, String> ofHolder) {
        var claims = JsonMapper.shared().writeValueAsString(ofHolder);
        var url = Base64.getUrlEncoder().withoutPadding();
        return "e30." + url.encodeToString(claims.getBytes(UTF_8)) + ".sig";
    }

    static String exchanged(String member) {
        return "{\"jwt\":\"" + jwt(member) + "\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}";
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        http.shutdownNow();
        gateway.close();
        member.close();
        work.close();
        dashboard.close();
    }
}
