package ilgam.starter.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import ilgam.starter.refusal.CommonReason;

/**
 * Limits bodies to 1 MiB, with or without a Content-Length; multipart uploads have their own limits. Only a few large
 * bodies are in memory at once; others wait for some seconds.
 */
final class BodyLimit extends OncePerRequestFilter {

    static final int MOST = 1024 * 1024;

    private static final int SMALL = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A body takes several times its size: as bytes, as objects and as events. */
    private static final long ROOM_FOR_ONE = 16L * MOST;

    private final Semaphore room;
    private final Duration patience;

    BodyLimit() {
        this((int) Math.max(4, Runtime.getRuntime().maxMemory() / ROOM_FOR_ONE), PATIENCE);
    }

    BodyLimit(int atOnce, Duration patience) {
        this.room = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isMultipart(request);
    }

    static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long announced = request.getContentLengthLong();
        if (announced > MOST) refuse(response);
        else if (announced <= SMALL && isAsLongAsItSays(request)) chain.doFilter(request, response);
        else inTurn(announced >= 0 ? request : new Counted(request), response, chain);
    }

    private static boolean isAsLongAsItSays(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!awaitTurn()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            Problem.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    CommonReason.UNAVAILABLE,
                    "Too many large bodies are being read just now; try again in a moment.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }

    private boolean awaitTurn() {
        try {
            return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void refuse(HttpServletResponse response) throws IOException {
        var problem = BadBody.tooLarge();
        Problem.write(response, HttpStatus.CONTENT_TOO_LARGE, problem.reason(), problem.sentence());
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream stream;

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            var open = stream;
            if (open == null) {
                open = new CountedStream(super.getInputStream());
                stream = open;
            }
            return open;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long count;

        CountedStream(ServletInputStream body) {
            this.body = body;
        }

        private int counted(int more) throws IOException {
            count += Math.max(more, 0);
            if (count > MOST) throw new BodyTooLarge();
            return more;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return counted(body.read(bytes, offset, length));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
