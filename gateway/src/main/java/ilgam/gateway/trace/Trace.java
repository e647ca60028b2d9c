package ilgam.gateway.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.ServletRequest;

/** The trace id of a request in W3C trace context; always generated here, never taken from a client. */
public record Trace(String id, String span) {

    private static final String ATTRIBUTE = Trace.class.getName();

    /** The trace of a request, generated at the first call. */
    public static Trace of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Trace begun) return begun;
        var trace = begin();
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    static Trace begin() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return new Trace(
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1),
                hex.toHexDigits(random.nextLong() | 1));
    }

    /** The value of the {@code traceparent} header for a context. */
    public String parent() {
        return "00-" + id + "-" + span + "-01";
    }
}
