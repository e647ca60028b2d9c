package ilgam.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import ilgam.gateway.problem.Problem;

/** A request's body: a small one is kept in memory so that it can be sent again, a larger one is streamed once. */
final class Body {

    private static final int KEPT = 64 * 1024;

    private final @Nullable HttpEntity entity;
    private final @Nullable Inflow inflow;

    private Body(@Nullable HttpEntity entity, @Nullable Inflow inflow) {
        this.entity = entity;
        this.inflow = inflow;
    }

    static Body none() {
        return new Body(null, null);
    }

    static Body of(byte[] bytes) {
        return new Body(new ByteArrayEntity(bytes, null), null);
    }

    static Body of(HttpServletRequest request, long limit, BodyBudget budget) throws IOException {
        var length = request.getContentLengthLong();
        if (length > limit) throw tooLarge(limit).refused();
        if (length < 0 && request.getHeader("Transfer-Encoding") == null) return none();
        if (length > 0) budget.take(length);
        var inflow = new Inflow(request.getInputStream(), limit, length < 0 ? budget : _ -> {});
        if (length < 0 || length > KEPT) return new Body(new InputStreamEntity(inflow, length, null), inflow);
        return of(inflow.readNBytes((int) length));
    }

    @Nullable
    HttpEntity entity() {
        return entity;
    }

    /** Whether the same body can still be sent to another instance. */
    boolean isWhole() {
        return inflow == null || !inflow.begun;
    }

    private static Problem tooLarge(long limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is larger than the " + limit / 1024 + " KiB that are accepted here.",
                0,
                Map.of("most", limit / 1024 + " KiB"));
    }

    /** The client's stream, counted, with its failures told apart from those of the upstream connection. */
    private static final class Inflow extends InputStream {

        private final InputStream from;
        private final long limit;
        private final BodyBudget budget;
        private long count;
        private boolean begun;

        Inflow(InputStream from, long limit, BodyBudget budget) {
            this.from = from;
            this.limit = limit;
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            begun = true;
            int read;
            try {
                read = from.read(into, offset, length);
            } catch (IOException broken) {
                throw BROKEN.refused();
            }
            if (read > 0) count += read;
            if (count > limit) throw tooLarge(limit).refused();
            if (read > 0) budget.take(read);
            return read;
        }

        private static final Problem BROKEN =
                new Problem(HttpStatus.BAD_REQUEST, "broken-body", "The body ended before it was complete.");
    }
}
