package ilgam.starter.security;

import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;

/** Reading needs a valid token, any change the scope <code>write</code>. */
final class Scopes {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Scopes() {}

    static boolean isUnsafe(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    static AuthorizationDecision decide(
            Supplier<? extends @Nullable Authentication> authentication, HttpServletRequest request) {
        return new AuthorizationDecision(authentication.get() instanceof CallerToken token
                && (!isUnsafe(request) || token.caller().may("write")));
    }
}
