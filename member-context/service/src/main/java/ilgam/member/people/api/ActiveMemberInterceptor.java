package ilgam.member.people.api;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import ilgam.member.language.MemberId;
import ilgam.member.people.directory.Directory;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Callers;
import ilgam.starter.web.Refused;

/** Refuses a deactivated member at once, even while the signed token that they got before is still valid. */
@Component
class ActiveMemberInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final Directory directory;

    ActiveMemberInterceptor(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var caller = Callers.current();
        if (caller != null && needsCaller(handler) && directory.isLeftBy(new MemberId(caller.member())))
            throw new Refused(HttpStatus.UNAUTHORIZED, CommonReason.NOT_LOGGED_IN, "The log-in has ended.");
        return true;
    }

    /** Whether the handler depends on the caller. Others, such as the log-in, serve everybody. */
    private static boolean needsCaller(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .map(MethodParameter::getParameterType)
                        .anyMatch(Caller.class::equals);
    }
}
