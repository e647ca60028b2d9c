package ilgam.standalone.recovery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.standalone.CannotStart;
import ilgam.standalone.SystemFolder;

/**
 * The services of a running system, for operators' commands on the same machine. Requests go to the services' own
 * ports, with the service key and a token made from the secrets in the data folder.
 */
final class Services implements AutoCloseable {

    /** The contexts with projections. */
    static final List<String> CONTEXTS = List.of("member", "work", "dashboard");

    /** A service does not answer, because it does not run or is starting. */
    static final class Away extends Exception {

        private static final long serialVersionUID = 1L;

        final String sentence;

        Away(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Services(Path data) {
        this.data = data;
    }

    /**
     * The services of the system that runs on this folder.
     *
     * @throws CannotStart when none runs
     */
    static Services runningOn(Path data) {
        if (!isRunning(data))
            throw CannotStart.refused("Ilgam does not run on %s: ./start it first, or use --data.".formatted(data));
        return new Services(data);
    }

    /** The services of the system that runs on this folder, or empty. */
    static Optional<Services> ifRunningOn(Path data) {
        return isRunning(data) ? Optional.of(new Services(data)) : Optional.empty();
    }

    private static boolean isRunning(Path data) {
        var launcher = new SystemFolder(data)
                .running()
                .path("processes")
                .path("launcher")
                .asLong(-1);
        return ProcessHandle.of(launcher).isPresent();
    }

    /** Whether the system still runs. */
    boolean isRunning() {
        return isRunning(data);
    }

    /** Sends a request to a context; a refusal is an answer, too. */
    Answer ask(String method, String context, String path) throws Away {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(context), path)))
                .timeout(PATIENCE)
                .header("X-Ilgam-Service-Key", secret("service-key"))
                .header("Authorization", "Bearer " + OperatorToken.signedWith(secret("token-private.pem")))
                .method(method, BodyPublishers.noBody())
                .build();
        var answer = send(request, "The service " + context);
        return new Answer(answer.statusCode(), json(answer));
    }

    /** The projections of a context with their state. */
    List<JsonNode> projections(String context) throws Away {
        var answer = ask("GET", context, "/api/projections");
        if (answer.status() != 200) throw new Away(answer.detail());
        return answer.body().path("items").valueStream().toList();
    }

    /** The answer of a service. */
    record Answer(int status, JsonNode body) {

        /** The sentence of a refusal. */
        String detail() {
            return body.path("detail").asString("It answers with status " + status + ".");
        }
    }

    /** The port of the context's service, from the registry. */
    private int port(String context) throws Away {
        var registry = new SystemFolder(data).running().path("registryPort").asInt();
        var login = Base64.getEncoder()
                .encodeToString(("service:" + secret("registry-password")).getBytes(StandardCharsets.UTF_8));
        var application = context.toUpperCase(Locale.ROOT) + "-CONTEXT";
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/eureka/apps/%s".formatted(registry, application)))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + login)
                .header("Accept", "application/json")
                .build();
        var port = json(send(request, "The registry"))
                .path("application")
                .path("instance")
                .valueStream()
                .filter(instance -> instance.path("status").asString("").equals("UP"))
                .mapToInt(instance -> instance.path("port").path("$").asInt())
                .findFirst();
        return port.orElseThrow(() -> new Away("The service %s is not up.".formatted(context)));
    }

    private HttpResponse<String> send(HttpRequest request, String who) throws Away {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new Away("%s does not answer.".formatted(who));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return answer.body().startsWith("{")
                ? JsonMapper.shared().readTree(answer.body())
                : JsonMapper.shared().createObjectNode();
    }

    private String secret(String name) {
        return new SystemFolder(data).secret(name);
    }

    @Override
    public void close() {
        http.close();
    }
}
