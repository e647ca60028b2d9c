package ilgam.gateway.edge;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.gateway.intake.Intake;
import ilgam.gateway.problem.Problem;
import ilgam.gateway.problem.Refused;
import ilgam.gateway.registry.RegistryPort;
import ilgam.gateway.trace.Trace;
import ilgam.management.KnownHosts;

/**
 * Admits only requests for a known host, at the right port, with an unambiguous path; turns exceptions from further down
 * the filter chain into problem documents.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // behind the filter that measures requests, which so sees every refusal
final class EdgeFilter implements Filter {

    private static final Logger log = LoggerFactory.getLogger(EdgeFilter.class);
    private static final Set<String> INSIDE_ONLY = Set.of("eureka", "actuator", "internal", "v3", "error");
    private static final String REGISTRY = "eureka";

    private static final Problem NOTHING_HERE =
            new Problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
    private static final Problem AMBIGUOUS_PATH = new Problem(
            HttpStatus.BAD_REQUEST,
            "bad-path",
            "The path must not contain dot segments, empty segments, semicolons, backslashes or encoded slashes.");
    private static final Problem UNKNOWN_HOST = new Problem(
            HttpStatus.MISDIRECTED_REQUEST,
            "unknown-host",
            "This system does not go by the name in Host; its operator can add the name to ILGAM_KNOWN_HOSTS.");
    private static final Problem NO_INSTANCE = new Problem(
            HttpStatus.FORBIDDEN, "registry-password", "Only this system's own services may use the registry.");
    private static final Problem OUR_FAULT = new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side; the trace id helps to find it.");

    private final RegistryPort registry;
    private final KnownHosts hosts;
    private final Intake intake;

    /** Whether clients reach this over https only, wherever TLS ends. */
    private final boolean encrypted;

    EdgeFilter(
            RegistryPort registry, KnownHosts hosts, Intake intake, @Value("${ilgam.public-url:}") String publicUrl) {
        this.intake = intake;
        this.registry = registry;
        this.hosts = hosts;
        this.encrypted = publicUrl.strip().startsWith("https:");
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        var response = (HttpServletResponse) answered;
        var body = intake.of(request);
        if (body == null) {
            let(request, response, chain);
            return;
        }
        try (body) {
            let(body, response, chain);
        }
    }

    private void let(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var inside = registry.received(request);
        if (!inside) EveryAnswer.carries(request, response, Trace.of(request), encrypted);

        var path = request.getServletPath(); // decoded, as everybody behind this filter reads it
        if (!hosts.include(request)) UNKNOWN_HOST.answer(request, response);
        else if (!PathFirewall.admits(request.getRequestURI())) AMBIGUOUS_PATH.answer(request, response);
        else if (inside != first(path).equals(REGISTRY)) NOTHING_HERE.answer(request, response);
        else if (!inside && INSIDE_ONLY.contains(first(path))) NOTHING_HERE.answer(request, response);
        else if (inside && !registry.admits(request)) NO_INSTANCE.answer(request, response);
        else pass(request, response, chain);
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ClientAbortException gone) {
            log.debug("The client left", gone);
        } catch (IOException | ServletException | RuntimeException failed) {
            if (response.isCommitted() && Refused.in(failed) != null)
                throw new CloseNowException("A refusal that the client does not hear.", failed);
            if (response.isCommitted()) throw failed;
            response.resetBuffer();
            problem(request, failed).answer(request, response);
        }
    }

    private static Problem problem(HttpServletRequest request, Exception failed) {
        var refused = Refused.in(failed);
        if (refused != null) return refused;
        log.error(
                "{} {} failed, trace {}",
                request.getMethod(),
                kindOf(request.getRequestURI()),
                Trace.of(request).id(),
                failed);
        return OUR_FAULT;
    }

    /** The first two words of a path: what follows may be the secret of a link. */
    private static String kindOf(String path) {
        return path.replaceFirst("^(/[^/]*/[^/]*/).*", "$1…");
    }

    private static String first(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }
}
