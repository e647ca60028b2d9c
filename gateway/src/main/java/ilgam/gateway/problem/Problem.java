package ilgam.gateway.problem;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

import ilgam.gateway.trace.Trace;

/**
 * A refusal as a problem document.
 *
 * @param retryAfter in seconds, 0 when trying again does not help
 * @param values the values in the detail, by name
 */
public record Problem(HttpStatus status, String reason, String detail, int retryAfter, Map<String, ?> values) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Problem(HttpStatus status, String reason, String detail) {
        this(status, reason, detail, 0);
    }

    public Problem(HttpStatus status, String reason, String detail, int retryAfter) {
        this(status, reason, detail, retryAfter, Map.of());
    }

    /** This problem as an exception, for code that cannot answer itself. */
    public Refused refused() {
        return new Refused(this);
    }

    /** Answers the request with this problem. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        if (retryAfter > 0) response.setIntHeader("Retry-After", retryAfter);
        if (status == HttpStatus.UNAUTHORIZED) response.setHeader("WWW-Authenticate", "Bearer");
        var body = json(Trace.of(request).id());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] json(String traceId) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "/problems/" + reason);
        document.put("title", status.getReasonPhrase());
        document.put("status", status.value());
        document.put("detail", detail);
        document.put("reason", reason);
        document.put("values", values);
        document.put("traceId", traceId);
        return JSON.writeValueAsBytes(document);
    }
}
