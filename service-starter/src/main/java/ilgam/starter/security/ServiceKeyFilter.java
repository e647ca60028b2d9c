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

import ilgam.starter.web.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/** For whoever does not know the services' own secret, the internal paths do not exist. */
final class ServiceKeyFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Ilgam-Service-Key";

    private final byte @Nullable [] key;

    ServiceKeyFilter(@Nullable String key) {
        this.key = key == null || key.isBlank() ? null : key.getBytes(UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/internal/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (knows(request.getHeader(HEADER))) chain.doFilter(request, response);
        else Problem.write(response, HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
    }

    private boolean knows(@Nullable String offered) {
        return key != null && offered != null && MessageDigest.isEqual(key, offered.getBytes(UTF_8));
    }
}
