package ilgam.gateway.access;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/** Requests that need no session: log-in, sign-up and mailed links. A cookie sent along is ignored. */
final class OpenToAll {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private OpenToAll() {}

    static boolean includes(HttpServletRequest request) {
        var path = request.getServletPath(); // decoded, as the routes match it
        return switch (request.getMethod()) {
            case "POST" -> isLogInOrSignUp(path);
            case "PUT" -> isMailedLink(path);
            case "GET", "HEAD" ->
                isMailedLink(path) || path.equals("/api/sign-up") || path.startsWith("/api/invitations/by-token/");
            default -> false;
        };
    }

    /** Whether the request cannot take rights from anybody: it only reads, or creates a session or a member. */
    static boolean takesNoRights(HttpServletRequest request) {
        return isSafe(request) || ("POST".equals(request.getMethod()) && isLogInOrSignUp(request.getServletPath()));
    }

    static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    private static boolean isLogInOrSignUp(String path) {
        return path.equals("/api/session")
                || path.equals("/api/members")
                || path.equals("/api/password-resets")
                || path.equals("/api/email-confirmations");
    }

    private static boolean isMailedLink(String path) {
        return path.startsWith("/api/password-resets/") || path.startsWith("/api/email-confirmations/");
    }
}
