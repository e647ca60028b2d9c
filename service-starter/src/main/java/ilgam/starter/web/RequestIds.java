package ilgam.starter.web;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import ilgam.starter.messaging.Metadata;

/** Passes the gateway's ids of a request on to logs, problem documents and events. */
final class RequestIds extends OncePerRequestFilter {

    static final String TRACE_ID = "traceId";

    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var traceId = traceId(request.getHeader("traceparent"));
        var requestId = requestId(request.getHeader("X-Request-Id"), traceId);
        MDC.put(TRACE_ID, traceId);
        MDC.put(Metadata.REQUEST_ID, requestId);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TRACE_ID);
            MDC.remove(Metadata.REQUEST_ID);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static String traceId(@Nullable String traceParent) {
        if (traceParent != null) {
            var parts = TRACE_PARENT.matcher(traceParent);
            if (parts.matches()) return parts.group(1);
        }
        return newTraceId();
    }

    static String newTraceId() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    private static String requestId(@Nullable String offered, String otherwise) {
        return offered != null && REQUEST_ID.matcher(offered).matches() ? offered : otherwise;
    }
}
