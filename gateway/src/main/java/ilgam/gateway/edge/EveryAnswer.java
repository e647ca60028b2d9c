package ilgam.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import ilgam.gateway.trace.Trace;

/** The headers of every answer on the public port. */
final class EveryAnswer {

    /** This page sets its own Content-Security-Policy; a second one would forbid its inline style. */
    private static final String OWN_POLICY = "/api/docs";

    private EveryAnswer() {}

    static void carries(HttpServletRequest request, HttpServletResponse response, Trace trace, boolean encrypted) {
        var path = request.getServletPath();
        response.setHeader("X-Request-Id", trace.id());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        if (!path.equals(OWN_POLICY)) response.setHeader("Content-Security-Policy", policy(path));
        if (encrypted) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }

    /** The policy of the rest. Pages of the web app add a stricter one, and browsers apply both. */
    private static String policy(String path) {
        return path.startsWith("/api/")
                ? "default-src 'none'; frame-ancestors 'none'"
                : "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";
    }
}
