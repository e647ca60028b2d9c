package ilgam.management;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Refuses requests to the management port whose Host is not known. */
final class KnownHostsOnly extends OncePerRequestFilter {

    private static final byte[] PROBLEM = """
            {"type": "/problems/unknown-host", "title": "Misdirected Request", "status": 421, \
            "detail": "This system does not go by the name in Host.", "reason": "unknown-host"}""".getBytes(UTF_8);

    private final KnownHosts hosts;

    KnownHostsOnly(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (hosts.include(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType("application/problem+json");
        response.getOutputStream().write(PROBLEM);
    }
}
