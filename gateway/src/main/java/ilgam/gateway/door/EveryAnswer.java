package ilgam.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import ilgam.gateway.trace.Trace;

/** The headers that every answer of the public port carries. */
final class EveryAnswer {

    private EveryAnswer() {}

    static void carries(HttpServletRequest request, HttpServletResponse response, Trace trace) {
        response.setHeader("X-Request-Id", trace.id());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader(
                "Content-Security-Policy",
                request.getRequestURI().startsWith("/api/")
                        ? "default-src 'none'; frame-ancestors 'none'"
                        : "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}
