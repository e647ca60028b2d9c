package ilgam.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.intake.IncomingBody;
import ilgam.gateway.problem.Problem;
import ilgam.gateway.upstream.BodyBudget;
import ilgam.gateway.upstream.OpenStream;

/** Authenticates each request before it is routed. */
@Component
public final class Access implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final String JWT = Access.class.getName() + ".jwt";
    private static final String ADMINISTERS = Access.class.getName() + ".administers";

    private static final Problem NOT_KNOWN = new Problem(
            HttpStatus.UNAUTHORIZED, "unauthenticated", "This session or token is not valid (any more); log in again.");
    private static final Problem NOT_LOGGED_IN =
            new Problem(HttpStatus.UNAUTHORIZED, "not-logged-in", "Please log in first.");
    private static final Problem NOT_AN_ADMIN = new Problem(
            HttpStatus.FORBIDDEN, "role", "Only an admin, or an admin's token with the scope admin, may do this.");
    private static final Problem NOT_MEANT = new Problem(
            HttpStatus.FORBIDDEN,
            "csrf",
            "A change with a session cookie needs the X-XSRF-TOKEN header with the value of the XSRF-TOKEN cookie.");

    private final Exchange exchange;
    private final RateLimits limits;
    private final StreamSessionMonitor monitor;

    Access(Exchange exchange, RateLimits limits, StreamSessionMonitor monitor) {
        this.monitor = monitor;
        this.exchange = exchange;
        this.limits = limits;
    }

    /** The caller's signed token, or null for an anonymous client. */
    public static @Nullable String jwt(ServerRequest request) {
        return (String) request.servletRequest().getAttribute(JWT);
    }

    /** Refuses callers who are not admins, and tokens without the scope admin. */
    public static void mustAdminister(ServerRequest request) {
        if (jwt(request) == null) throw NOT_LOGGED_IN.refused();
        if (!Boolean.TRUE.equals(request.servletRequest().getAttribute(ADMINISTERS))) throw NOT_AN_ADMIN.refused();
    }

    /** The session cookie alone, without the request's other cookies, to be sent to a context. */
    public static @Nullable String session(HttpServletRequest request) {
        var secret = Credential.cookie(request);
        return secret == null ? null : Credential.COOKIE + "=" + secret;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var asked = request.servletRequest();
        var credential = credential(asked);
        if (credential instanceof Credential.None) {
            limits.admitStranger(asked.getRemoteAddr());
            BodyBudget.set(asked, limits.bodiesOfStranger(asked.getRemoteAddr()));
            IncomingBody.admit(asked, RateLimits.stranger(asked.getRemoteAddr()));
            return next.handle(request);
        }
        var client = ClientInfo.of(asked);
        var token = token(credential, client);
        if (credential instanceof Credential.Session(var session)) mustBeMeant(asked, session);
        asked.setAttribute(JWT, token.jwt());
        asked.setAttribute(ADMINISTERS, token.administers());
        BodyBudget.set(asked, limits.bodiesOfMember(token.member()));
        IncomingBody.admit(asked, RateLimits.member(token.member()));
        var answer = next.handle(request);
        if (answer instanceof OpenStream stream && stream.isOpen()) monitor.over(stream, credential, client);
        return answer;
    }

    /** The request's credential; at log-in and sign-up the cookie of an old session does not count. */
    private static Credential credential(HttpServletRequest request) {
        var credential = Credential.of(request);
        var fromCookie = request.getHeader("Authorization") == null;
        return fromCookie && OpenToAll.includes(request) ? new Credential.None() : credential;
    }

    private InternalToken token(Credential credential, ClientInfo client) {
        if (!exchange.remembers(credential)) limits.mayStillAsk(client.address());
        var token = exchange.of(credential, client).orElseThrow(() -> {
            limits.admitStranger(client.address());
            return NOT_KNOWN.refused();
        });
        limits.admitMember(token.member());
        return token;
    }

    private static void mustBeMeant(HttpServletRequest request, String session) {
        if (OpenToAll.isSafe(request)) return;
        if (!XsrfToken.matches(request.getHeader("X-XSRF-TOKEN"), session)) throw NOT_MEANT.refused();
    }
}
