package ilgam.gateway.upstream;

import java.io.IOException;

import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A context's answer whose head has arrived and whose body is being read. */
record Opened(Cancellable request, ClassicHttpResponse response) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Opened.class);

    /** Aborts the connection; closing would first read to the end, which an event stream does not have. */
    void breakOff() {
        request.cancel();
        close();
    }

    @Override
    public void close() {
        try {
            response.close();
        } catch (IOException over) {
            log.debug("An answer had already ended", over);
        }
    }
}
