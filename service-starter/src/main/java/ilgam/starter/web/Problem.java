package ilgam.starter.web;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** Problem documents (RFC 9457) of every service. */
public final class Problem {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problem() {}

    /** A problem with a stable code and a sentence that a member can act on. */
    public static ProblemDetail of(HttpStatusCode status, Refusal reason, String detail) {
        return of(status, reason, Sentence.of(detail), List.of());
    }

    /** A problem with refusals of single fields. */
    public static ProblemDetail of(HttpStatusCode status, Refusal reason, Sentence sentence, List<FieldError> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence.text());
        problem.setType(URI.create("/problems/" + reason.code()));
        problem.setProperty("reason", reason.code());
        problem.setProperty("values", sentence.values());
        if (!errors.isEmpty()) problem.setProperty("errors", errors);
        problem.setProperty("traceId", traceId());
        return problem;
    }

    /** The status of a refusal by a rule. */
    public static HttpStatus statusOf(RuleReason.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
        };
    }

    /** Writes a problem outside of a controller. */
    public static void write(HttpServletResponse response, HttpStatus status, Refusal reason, String detail)
            throws IOException {
        write(response, status, reason, Sentence.of(detail));
    }

    static void write(HttpServletResponse response, HttpStatus status, Refusal reason, Sentence sentence)
            throws IOException {
        if (response.isCommitted()) return;
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var body = JSON.writeValueAsBytes(fields(of(status, reason, sentence, List.of())));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Object fields(ProblemDetail problem) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("type", String.valueOf(problem.getType()));
        fields.put("title", problem.getTitle());
        fields.put("status", problem.getStatus());
        fields.put("detail", problem.getDetail());
        var more = problem.getProperties();
        if (more != null) fields.putAll(more);
        return fields;
    }

    private static String traceId() {
        var traceId = MDC.get(RequestIds.TRACE_ID);
        return traceId == null ? RequestIds.newTraceId() : traceId;
    }
}
