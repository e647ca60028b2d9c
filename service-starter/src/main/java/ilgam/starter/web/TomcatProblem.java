package ilgam.starter.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** The problem documents for statuses that come without a cause. */
final class TomcatProblem {

    private TomcatProblem() {}

    static void write(HttpServletResponse response, int code) throws IOException {
        var status = HttpStatus.resolve(code);
        if (status == null) status = HttpStatus.INTERNAL_SERVER_ERROR;
        switch (status) {
            case NOT_FOUND -> Problem.write(response, status, "not-found", "There is nothing at this address.");
            case METHOD_NOT_ALLOWED ->
                Problem.write(response, status, "method-not-allowed", "This is not possible here.");
            case CONTENT_TOO_LARGE -> Problem.write(response, status, "body-too-large", "The body is too large.");
            default -> {
                if (status.is5xxServerError())
                    Problem.write(response, status, "internal-error", "Something went wrong on our side.");
                else Problem.write(response, status, "malformed-request", "The request is malformed.");
            }
        }
    }
}
