package ilgam.starter.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;

/** Problem documents for statuses without an exception. */
final class TomcatProblem {

    private TomcatProblem() {}

    static void write(HttpServletResponse response, int code) throws IOException {
        var status = HttpStatus.resolve(code);
        if (status == null) status = HttpStatus.INTERNAL_SERVER_ERROR;
        switch (status) {
            case NOT_FOUND ->
                Problem.write(response, status, CommonReason.NOT_FOUND, "There is nothing at this address.");
            case METHOD_NOT_ALLOWED ->
                Problem.write(response, status, CommonReason.METHOD_NOT_ALLOWED, "This method is not possible here.");
            case CONTENT_TOO_LARGE ->
                Problem.write(response, status, CommonReason.BODY_TOO_LARGE, "The body is too large.");
            default -> {
                if (status.is5xxServerError())
                    Problem.write(response, status, CommonReason.INTERNAL_ERROR, "Something went wrong on our side.");
                else Problem.write(response, status, CommonReason.MALFORMED_REQUEST, "The request is malformed.");
            }
        }
    }
}
