package ilgam.gateway.route;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import ilgam.gateway.access.Access;
import ilgam.gateway.trace.Trace;

/** The headers of a routed request: those accepted from the client, and those that only the gateway sets. */
final class UpstreamHeaders {

    private static final List<String> KEPT = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.RANGE,
            HttpHeaders.USER_AGENT,
            "Idempotency-Key",
            "Last-Event-ID",
            "Prefer");

    private UpstreamHeaders() {}

    static HttpHeaders headers(HttpServletRequest request, @Nullable String jwt, String serviceKey) {
        var headers = new HttpHeaders();
        for (var name : KEPT) {
            var values = request.getHeaders(name);
            while (values.hasMoreElements()) headers.add(name, values.nextElement());
        }
        headers.set("X-Ilgam-Service-Key", serviceKey);
        if (jwt != null) headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + jwt);
        if (request.getServletPath().startsWith("/api/session")) keepSession(request, headers);

        headers.set("X-Forwarded-For", request.getRemoteAddr());
        headers.set("X-Forwarded-Proto", request.getScheme());
        var host = request.getHeader(HttpHeaders.HOST);
        if (host != null) headers.set("X-Forwarded-Host", host);
        var trace = Trace.of(request);
        headers.set("X-Request-Id", trace.id());
        headers.set("traceparent", trace.parent());
        return headers;
    }

    /** Keeps the session cookie, because a log-out must know which session it ends. */
    private static void keepSession(HttpServletRequest request, HttpHeaders headers) {
        var session = Access.session(request);
        if (session != null) headers.set(HttpHeaders.COOKIE, session);
    }
}
