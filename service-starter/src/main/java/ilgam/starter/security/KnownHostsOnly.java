package ilgam.starter.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import ilgam.management.KnownHosts;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Problem;

/** Refuses requests whose Host is not known. */
final class KnownHostsOnly extends OncePerRequestFilter {

    private final KnownHosts hosts;

    KnownHostsOnly(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (hosts.include(request)) chain.doFilter(request, response);
        else
            Problem.write(
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    CommonReason.UNKNOWN_HOST,
                    "This service does not go by the name in Host.");
    }
}
