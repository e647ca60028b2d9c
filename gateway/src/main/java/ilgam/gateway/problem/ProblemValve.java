package ilgam.gateway.problem;

import java.io.IOException;
import java.util.Locale;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Writes Tomcat's own refusals (a malformed request line, an unknown method) as problem documents. */
public final class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            var refused = Refused.in(failure);
            (refused != null ? refused : problem(response.getStatus())).answer(request, response);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            log.debug("The client of a refused request is gone", gone);
        }
    }

    private static Problem problem(int code) {
        var status = HttpStatus.resolve(code);
        if (status == null) status = HttpStatus.BAD_REQUEST;
        return switch (status) {
            case BAD_REQUEST ->
                new Problem(status, "bad-request", "The request is malformed: check its line, headers and URL.");
            case NOT_FOUND -> new Problem(status, "not-found", "There is nothing at this address.");
            case METHOD_NOT_ALLOWED ->
                new Problem(status, "method-not-allowed", "This address does not support this method.");
            case CONTENT_TOO_LARGE -> new Problem(status, "too-large", "The request is larger than is accepted here.");
            case INTERNAL_SERVER_ERROR ->
                new Problem(status, "internal", "Something went wrong on our side; the trace id helps to find it.");
            default ->
                new Problem(
                        status,
                        status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
                        "The request cannot be answered: " + status.getReasonPhrase() + ".");
        };
    }
}
