package ilgam.starter.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat itself refuses, such as a malformed address, as a problem document. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            TomcatProblem.write(response, status);
        } catch (IOException e) {
            // the client has gone; nobody reads an answer
            container.getLogger().debug("The client went away.", e);
        }
    }
}
