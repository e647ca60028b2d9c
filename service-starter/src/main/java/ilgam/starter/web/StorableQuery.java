package ilgam.starter.web;

import java.io.IOException;
import java.util.Arrays;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a query in which a parameter has the character NUL, which no text in a database can have. */
final class StorableQuery extends OncePerRequestFilter {

    private static final String NUL = "%00";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var query = request.getQueryString();
        if (query == null || !query.contains(NUL)) chain.doFilter(request, response);
        else
            Problem.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "bad-parameter",
                    "Parameter \"" + nameIn(query) + "\": The character NUL cannot be used here.");
    }

    private static String nameIn(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.contains(NUL))
                .map(parameter -> parameter.split("=", 2)[0])
                .findFirst()
                .orElse("");
    }
}
