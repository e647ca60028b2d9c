package ilgam.gateway.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.web.util.WebUtils;

import ilgam.gateway.problem.Problem;
import ilgam.gateway.upstream.UpstreamSettings;

/** A request whose body must arrive at a minimum rate and counts against its sender's quota of memory. */
public final class IncomingBody extends HttpServletRequestWrapper implements AutoCloseable {

    private static final int STEP = 16 * 1024;
    private static final Problem BROKEN =
            new Problem(HttpStatus.BAD_REQUEST, "broken-body", "The body ended before it was complete.");

    private final Intake intake;
    private final List<Quota.Share> held = new ArrayList<>();
    private Pace pace;
    private byte @Nullable [] whole;
    private @Nullable ServletInputStream stream;

    IncomingBody(HttpServletRequest request, Intake intake) {
        super(request);
        this.intake = intake;
        this.pace = intake.pace(false);
    }

    /**
     * Reserves the caller's quota and reads the body whole, unless it is streamed.
     *
     * @throws RuntimeException a refusal: the quota is used up, the body too large or too slow
     */
    public static void admit(HttpServletRequest request, String principal) {
        var body = WebUtils.getNativeRequest(request, IncomingBody.class);
        if (body != null) body.admit(principal);
    }

    private void admit(String principal) {
        var flowsThrough = UpstreamSettings.isImport(getServletPath());
        pace = intake.pace(flowsThrough);
        if (flowsThrough) held.add(intake.imports.take(principal, 1));
        else if (super.getContentLengthLong() <= intake.most()) read(principal);
    }

    private void read(String principal) {
        try (var _ = intake.bodies.take(principal, 1)) {
            var announced = super.getContentLengthLong();
            whole = announced < 0 ? unannounced(principal) : announced(principal, (int) announced);
        } catch (IOException broken) {
            throw BROKEN.refused();
        }
    }

    private byte[] announced(String principal, int length) throws IOException {
        held.add(intake.bytes.take(principal, length));
        var body = new byte[length];
        if (incoming().readNBytes(body, 0, length) < length) throw BROKEN.refused();
        return body;
    }

    /** Reads a body of unknown length, up to just beyond the largest size that is accepted. */
    private byte[] unannounced(String principal) throws IOException {
        var body = new FastByteArrayOutputStream(STEP);
        var buffer = new byte[STEP];
        int read;
        do {
            held.add(intake.bytes.take(principal, STEP));
            read = incoming().readNBytes(buffer, 0, STEP);
            body.write(buffer, 0, read);
        } while (read == STEP && body.size() <= intake.most());
        return body.toByteArrayUnsafe();
    }

    @Override
    public long getContentLengthLong() {
        var body = whole;
        return body == null ? super.getContentLengthLong() : body.length;
    }

    @Override
    public int getContentLength() {
        return (int) Math.min(getContentLengthLong(), Integer.MAX_VALUE);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var body = whole;
        return body == null ? incoming() : new BodyStream(new ByteArrayInputStream(body));
    }

    private ServletInputStream incoming() throws IOException {
        var open = stream;
        if (open == null) {
            open = new BodyStream(new Paced(super.getInputStream()));
            stream = open;
        }
        return open;
    }

    /** Releases the reserved quota. */
    @Override
    public void close() {
        held.forEach(Quota.Share::close);
        held.clear();
    }

    /** The client's stream, with its rate checked. */
    private final class Paced extends InputStream {

        private final InputStream from;

        Paced(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                var read = from.read(into, offset, length);
                if (read > 0) pace.came(read);
                return read;
            } catch (IOException failed) {
                if (isStalled(failed)) throw pace.tooSlow();
                throw failed;
            }
        }

        private static boolean isStalled(IOException failed) {
            return failed instanceof SocketTimeoutException || failed.getCause() instanceof SocketTimeoutException;
        }
    }

    private static final class BodyStream extends ServletInputStream {

        private final InputStream from;
        private boolean finished;

        BodyStream(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            var read = from.read();
            finished |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = from.read(into, offset, length);
            finished |= read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies are read by blocking I/O alone.");
        }
    }
}
