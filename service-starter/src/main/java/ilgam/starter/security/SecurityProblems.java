package ilgam.starter.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Problem;

/** Refusals of Spring Security as problem documents. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean badToken = failure instanceof OAuth2AuthenticationException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        if (badToken)
            Problem.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    CommonReason.INVALID_TOKEN,
                    "The access token is invalid or expired.");
        else Problem.write(response, HttpStatus.UNAUTHORIZED, CommonReason.NOT_LOGGED_IN, "Please log in first.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (Callers.current() == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Problem.write(response, HttpStatus.UNAUTHORIZED, CommonReason.NOT_LOGGED_IN, "Please log in first.");
        } else if (Scopes.isUnsafe(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"write\"");
            Problem.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    CommonReason.SCOPE,
                    "This access token may only read, not change anything.");
        } else {
            Problem.write(response, HttpStatus.FORBIDDEN, CommonReason.FORBIDDEN, "This is not allowed.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException failure)
            throws IOException {
        Problem.write(
                response,
                HttpStatus.BAD_REQUEST,
                CommonReason.MALFORMED_REQUEST,
                "The request's address is malformed.");
    }
}
