package ilgam.starter.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A change with {@code If-None-Match: *} is only made of something that is not there yet (RFC 9110, 13.1.2). Nearly all
 * of them change what is there; those that can make something anew are {@link MakesNew} and look themselves.
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
