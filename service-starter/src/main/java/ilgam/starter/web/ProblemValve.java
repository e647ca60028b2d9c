package ilgam.starter.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Writes Tomcat's own refusals, of a malformed address for example, as problem documents. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            TomcatProblem.write(response, status);
        } catch (IOException e) {
            // the client has disconnected
            container.getLogger().debug("The client went away.", e);
        }
    }
}
