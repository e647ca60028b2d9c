package ilgam.starter.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The metrics of a running service.
 *
 * @param series values by name and labels in Prometheus' format:
 *     <code>ilgam_commands_seconds_count{command="Open"…}</code>
 */
public record Metrics(Map<String, Double> series) {

    /** POST, PUT, PATCH, DELETE, and GET with HEAD; {@link #OTHER_METHODS} stands for all others. */
    private static final int METHODS = 5;

    private static final int OTHER_METHODS = 1;

    /** Eight buckets, count and sum for success; one bucket, count and sum for client errors and for server errors. */
    private static final int OF_A_ROUTE = 8 + 2 + 2 * (1 + 2);

    /** Count and sum of five outcomes. */
    private static final int OF_A_COMMAND = 5 * 2;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Scrapes a service. */
    public static Metrics of(ApplicationContext service) {
        var port = service.getEnvironment().getRequiredProperty("local.management.port");
        return parse(scrape(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus")));
    }

    /** Scrapes all instances and adds up their values. */
    public static Metrics of(Collection<ApplicationContext> instances) {
        return new Metrics(instances.stream()
                .flatMap(instance -> of(instance).series.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Double::sum)));
    }

    private static String scrape(URI endpoint) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(endpoint).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + ": " + answer.body());
            return answer.body();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static Metrics parse(String text) {
        return new Metrics(text.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(
                                line.substring(line.lastIndexOf(' ') + 1).replace("+Inf", "Infinity")))));
    }

    /** The value of the only series with this name and these labels: <code>of("up", "job", "x")</code>. */
    public double value(String name, String... labels) {
        var found = series.entrySet().stream()
                .filter(entry -> isOf(entry.getKey(), name, labels))
                .toList();
        if (found.size() != 1) throw new AssertionError(name + Arrays.toString(labels) + " is not one of: " + series);
        return found.getFirst().getValue();
    }

    /** As {@link #value}, but 0 if there is no such series yet. */
    public double valueOrNone(String name, String... labels) {
        return series.keySet().stream().anyMatch(key -> isOf(key, name, labels)) ? value(name, labels) : 0;
    }

    /** Names and labels of all series except those that the garbage collector adds with its first cause. */
    public Set<String> names() {
        return series.keySet().stream()
                .filter(name -> !name.startsWith("jvm_gc_"))
                .collect(Collectors.toSet());
    }

    private static boolean isOf(String series, String name, String... labels) {
        if (!series.equals(name) && !series.startsWith(name + "{")) return false;
        for (int i = 0; i < labels.length; i += 2)
            if (!series.contains(labels[i] + "=\"" + labels[i + 1] + "\"")) return false;
        return true;
    }

    /** The number of series once every route had every outcome and every command every end. */
    public int worstCase(ApplicationContext service) {
        var lasting = series.keySet().stream()
                .filter(name ->
                        !name.startsWith("http_server_requests_seconds") && !name.startsWith("ilgam_commands_seconds"))
                .count();
        return (int) lasting
                + OF_A_ROUTE * (routes(service) + METHODS + OTHER_METHODS)
                + OF_A_COMMAND * commands(service);
    }

    private static int routes(ApplicationContext service) {
        return service.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .mapToInt(Metrics::templatesTimesMethods)
                .sum();
    }

    private static int templatesTimesMethods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods().size();
        return mapping.getPatternValues().size() * (methods == 0 ? METHODS : methods);
    }

    private static int commands(ApplicationContext service) {
        return (int) Stream.of(service.getBeanNamesForAnnotation(Aggregate.class))
                .map(service::getType)
                .flatMap(aggregate -> aggregate == null ? Stream.empty() : commandsOf(aggregate).stream())
                .distinct()
                .count();
    }

    private static List<Class<?>> commandsOf(Class<?> aggregate) {
        return Stream.concat(Stream.of(aggregate.getDeclaredMethods()), Stream.of(aggregate.getDeclaredConstructors()))
                .filter(handler -> handler.isAnnotationPresent(CommandHandler.class))
                .<Class<?>>map(handler -> handler.getParameterTypes()[0])
                .toList();
    }
}
