package ilgam.starter.security;

import java.io.IOException;
import java.security.MessageDigest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Restricts a service's port to the gateway and other services: without the service key every path but the API
 * description is answered with 404, public paths included.
 */
final class ServiceKeyFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Ilgam-Service-Key";

    private static final String DESCRIPTION = "/v3/api-docs";

    private final byte[] key;

    ServiceKeyFilter(String key) {
        this.key = key.getBytes(UTF_8);
    }

    /** Matches the decoded path, as the routes do. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().equals(DESCRIPTION);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (knows(request.getHeader(HEADER))) chain.doFilter(request, response);
        else Problem.write(response, HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, "There is nothing at this address.");
    }

    private boolean knows(@Nullable String offered) {
        return offered != null && MessageDigest.isEqual(key, offered.getBytes(UTF_8));
    }
}
