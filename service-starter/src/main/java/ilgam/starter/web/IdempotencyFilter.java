package ilgam.starter.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import ilgam.starter.ids.RequestKey;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Callers;

/**
 * With an Idempotency-Key, a change happens once: a repeat gets the answer of the first request. The answer of a failed
 * service is not stored, so that the client may retry; the attempt is recorded, because its effect is unknown until the
 * event store shows it to the repeat.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int LONGEST_PATH = 600;

    private final IdempotentRequests requests;
    private final List<IdempotencyExempt> exempt;
    private final Counter replays;

    IdempotencyFilter(IdempotentRequests requests, List<IdempotencyExempt> exempt, MeterRegistry registry) {
        this.requests = requests;
        this.exempt = exempt;
        this.replays = Counter.builder("ilgam.idempotent.replays")
                .description("Requests with an Idempotency-Key that got the answer of the first one")
                .register(registry);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath(); // decoded, as the routes match it
        return request.getHeader(HEADER) == null
                || !UNSAFE.contains(request.getMethod())
                || !path.startsWith("/api/")
                || exempt.stream().anyMatch(each -> each.covers(request.getMethod(), path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var caller = Callers.current();
        var key = request.getHeader(HEADER);
        var path = request.getMethod() + " " + address(request);
        if (caller == null) chain.doFilter(request, response);
        else if (!VISIBLE_ASCII.matcher(key).matches() || path.length() > LONGEST_PATH)
            Problem.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    CommonReason.MALFORMED_IDEMPOTENCY_KEY,
                    "An Idempotency-Key has 1 to 200 visible ASCII characters.");
        else once(caller, key, path, request, response, chain);
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private void once(
            Caller caller,
            String key,
            String path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        BufferedBody body;
        try {
            body = BufferedBody.of(request);
        } catch (BodyTooLarge e) {
            BodyLimit.refuse(response);
            return;
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            if (!BodyLimit.isMultipart(request)) throw unreadable;
            chain.doFilter(request, response); // reading the parts fails in the same way and is answered there
            return;
        }
        var asked = new IdempotentRequests.Asked(caller.member(), key, path, body.hash());
        switch (requests.begin(asked)) {
            case IdempotentRequests.Mine mine -> perform(asked, mine.repeated(), body, response, chain);
            case IdempotentRequests.Answered earlier -> {
                replays.increment();
                earlier.repeat(response);
            }
            case IdempotentRequests.InProgress _ -> {
                response.setHeader("Retry-After", "1");
                Problem.write(
                        response,
                        HttpStatus.CONFLICT,
                        CommonReason.IN_PROGRESS,
                        "The first request with this Idempotency-Key is still being worked on.");
            }
            case IdempotentRequests.OtherRequest _ ->
                Problem.write(
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        CommonReason.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was used for a different request before. Please use a new one.");
        }
    }

    private void perform(
            IdempotentRequests.Asked asked,
            boolean repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        var copied = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            pass(RequestKey.of(asked.member(), asked.key(), asked.path(), repeated), request, copied, chain);
            if (copied.getStatus() < 500) kept = requests.keep(asked, copied);
        } finally {
            if (!kept) requests.leaveOpen(asked);
            copied.copyBodyToResponse();
        }
    }

    private static void pass(
            RequestKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            key.run(() -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
