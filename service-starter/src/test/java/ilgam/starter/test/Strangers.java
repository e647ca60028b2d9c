package ilgam.starter.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends requests to every path of a running service without the service key. */
public final class Strangers {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Strangers() {}

    /**
     * Requests that were answered with anything but 404: each path as it is and with an escaped letter, without the
     * service key, with a wrong one, and with an admin's token.
     */
    public static List<String> answersTo(ApplicationContext service) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var ways = ways(service);
        if (ways.size() < 3) throw new AssertionError("The service has next to nothing: " + ways);
        var answers = new ArrayList<String>();
        var admin = Tokens.bearer(UUID.randomUUID(), "ADMIN");
        for (var way : ways) {
            var path = way.path();
            var escaped = "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2);
            ask(port, way.method(), path, answers);
            ask(port, way.method(), path, answers, AsGateway.KEY_HEADER, "", "Authorization", admin);
            ask(port, way.method(), escaped, answers, AsGateway.KEY_HEADER, "guess");
            ask(port, way.method(), escaped, answers, "Authorization", admin);
        }
        return answers;
    }

    private record Way(String method, String path) implements Comparable<Way> {

        @Override
        public int compareTo(Way other) {
            return toString().compareTo(other.toString());
        }
    }

    private static Set<Way> ways(ApplicationContext service) {
        var ways = new TreeSet<Way>();
        for (var mapping :
                service.getBeansOfType(RequestMappingHandlerMapping.class).values())
            for (var info : mapping.getHandlerMethods().keySet())
                for (var pattern : info.getPatternValues())
                    if (!pattern.startsWith("/v3/api-docs"))
                        for (var method : methods(info))
                            ways.add(new Way(method, pattern.replaceAll("\\{[^}]*}", "x")));
        return ways;
    }

    private static List<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(RequestMethod::name).toList();
    }

    private static void ask(int port, String method, String path, List<String> answers, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}"));
        if (headers.length > 0) request.headers(headers);
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 404 || !answer.body().contains("\"not-found\""))
                answers.add(method + " " + path + " with " + List.of(headers) + ": " + answer.statusCode());
        } catch (HttpTimeoutException busy) {
            answers.add(method + " " + path + " with " + List.of(headers) + " is being worked on");
        } catch (IOException failed) {
            throw new AssertionError(method + " " + path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
