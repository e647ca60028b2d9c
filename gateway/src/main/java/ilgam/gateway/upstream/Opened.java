package ilgam.gateway.upstream;

import java.io.IOException;

import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A context's answer of which the head has come and the body is coming. */
record Opened(Cancellable request, ClassicHttpResponse response) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Opened.class);

    /** Drops the connection; merely closing would read on to the end, which a stream of events does not have. */
    void breakOff() {
        request.cancel();
        close();
    }

    @Override
    public void close() {
        try {
            response.close();
        } catch (IOException over) {
            log.debug("An answer was over already", over);
        }
    }
}
