package ilgam.starter.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.text.Text;
import ilgam.starter.text.UnfitText;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Applies the rules of {@link Text} for a line to every parameter of a query or an upload. */
final class IncomingParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var unfit = unfit(request.getQueryString());
        if (unfit.isEmpty()) chain.doFilter(new Composed(request), response);
        else {
            var refused = refused(unfit.get());
            Problem.write(response, refused.status(), refused.reason(), refused.sentence());
        }
    }

    /** The name of the first unacceptable parameter of a query; a malformed query is refused later. */
    private static Optional<String> unfit(@Nullable String query) {
        return query == null || query.indexOf('%') < 0
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(IncomingParameters::isUnfit)
                        .map(parameter -> parameter.split("=", 2)[0])
                        .findFirst();
    }

    private static boolean isUnfit(String parameter) {
        try {
            Text.line(URLDecoder.decode(parameter, UTF_8));
            return false;
        } catch (UnfitText unfit) {
            return true;
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }

    private static Refused refused(String name) {
        return new Refused(
                HttpStatus.BAD_REQUEST,
                CommonReason.BAD_PARAMETER,
                "Parameter \"{parameter}\": Control characters and line breaks cannot be used here.",
                Map.of("parameter", name));
    }

    private static final class Composed extends HttpServletRequestWrapper {

        Composed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var value = super.getParameter(name);
            return value == null ? null : read(name, value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null ? null : read(name, values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var composed = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> composed.put(name, read(name, values)));
            return composed;
        }

        private static String[] read(String name, String[] values) {
            return Arrays.stream(values).map(value -> read(name, value)).toArray(String[]::new);
        }

        private static String read(String name, String value) {
            try {
                return Text.line(value);
            } catch (UnfitText unfit) {
                throw refused(name);
            }
        }
    }
}
