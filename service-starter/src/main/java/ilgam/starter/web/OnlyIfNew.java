package ilgam.starter.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Handles {@code If-None-Match: *}, which allows a change only if the resource does not exist (RFC 9110, 13.1.2).
 * Nearly all changes are of existing resources and are refused; methods that may create one are {@link MakesNew} and
 * check it themselves.
 */
final class OnlyIfNew implements HandlerInterceptor {

    private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (CHANGES.contains(request.getMethod())
                && handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(MakesNew.class))
            ETags.mustBeNew(request.getHeader(HttpHeaders.IF_NONE_MATCH), () -> true);
        return true;
    }
}
