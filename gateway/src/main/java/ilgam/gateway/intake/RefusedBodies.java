package ilgam.gateway.intake;

import java.io.IOException;
import java.nio.ByteBuffer;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

import ilgam.gateway.problem.Refused;

/**
 * Reads the rest of a refused body at the minimum rate, because a client that is still sending does not read the
 * answer. Closes the connection of a body that comes too slowly; Tomcat by itself would wait for ever.
 */
@Component
final class RefusedBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ObjectProvider<Intake> intake;

    RefusedBodies(ObjectProvider<Intake> intake) {
        this.intake = intake;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Rest());
    }

    private final class Rest extends ValveBase {

        Rest() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (!Intake.hasBody(request) || request.getCoyoteRequest().isFinished()) return;
            try {
                response.finishResponse();
                takeIn(request.getCoyoteRequest());
            } catch (IOException | Refused cutOff) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, cutOff);
            }
        }
    }

    private void takeIn(org.apache.coyote.Request rest) throws IOException {
        var limits = intake.getObject();
        try (var _ = limits.refused.take("", 1)) {
            var pace = limits.pace(false);
            var read = new Read();
            for (int count = rest.doRead(read); count >= 0; count = rest.doRead(read)) pace.came(count);
        }
    }

    /** Discards what is read. */
    private static final class Read implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            throw new IllegalStateException("The server brings its own buffer.");
        }
    }
}
