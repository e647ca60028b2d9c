package ilgam.starter.web;

import java.util.Arrays;
import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Unsafe requests whose Idempotency-Key is ignored; declare it as a bean: {@code IdempotencyExempt.of("POST
 * /api/session")}.
 */
public record IdempotencyExempt(List<ExemptPath> paths) {

    /** One method on one path pattern. */
    public record ExemptPath(HttpMethod method, PathPattern pattern) {}

    public IdempotencyExempt {
        paths = List.copyOf(paths);
    }

    /** Each as method, a blank, and the pattern. */
    public static IdempotencyExempt of(String... methodsAndPatterns) {
        return new IdempotencyExempt(Arrays.stream(methodsAndPatterns)
                .map(text -> text.split(" +", 2))
                .map(parts ->
                        new ExemptPath(HttpMethod.valueOf(parts[0]), PathPatternParser.defaultInstance.parse(parts[1])))
                .toList());
    }

    boolean covers(String method, String path) {
        var container = PathContainer.parsePath(path);
        return paths.stream()
                .anyMatch(exempt ->
                        exempt.method().matches(method) && exempt.pattern().matches(container));
    }
}
