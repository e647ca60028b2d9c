package ilgam.starter.security;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;

/**
 * The requests that a context answers without a token; declare it as a bean: {@code PublicPaths.of("POST
 * /api/session")}.
 */
public record PublicPaths(List<PublicPath> paths) {

    /** One method on one path pattern. */
    public record PublicPath(HttpMethod method, String pattern) {}

    public PublicPaths {
        paths = List.copyOf(paths);
    }

    /** Each as method, a blank, and the pattern: {@code "PUT /api/password-resets/*"}. */
    public static PublicPaths of(String... methodsAndPatterns) {
        return new PublicPaths(Arrays.stream(methodsAndPatterns)
                .map(PublicPaths::parse)
                .flatMap(PublicPaths::withHead)
                .toList());
    }

    private static Stream<PublicPath> withHead(PublicPath path) {
        return path.method().equals(HttpMethod.GET)
                ? Stream.of(path, new PublicPath(HttpMethod.HEAD, path.pattern()))
                : Stream.of(path);
    }

    private static PublicPath parse(String methodAndPattern) {
        int blank = methodAndPattern.indexOf(' ');
        if (blank < 1)
            throw new IllegalArgumentException("Expected a method and a pattern, not \"" + methodAndPattern + "\".");
        return new PublicPath(
                HttpMethod.valueOf(methodAndPattern.substring(0, blank)),
                methodAndPattern.substring(blank + 1).strip());
    }
}
