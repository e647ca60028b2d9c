package ilgam.starter.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request whose body was read for its hash and can be read again. */
final class BufferedBody extends HttpServletRequestWrapper {

    /** Null for a multipart upload, whose parts the servlet container keeps as files. */
    private final byte @Nullable [] body;

    private final byte[] digest;

    private BufferedBody(HttpServletRequest request, byte @Nullable [] body, byte[] digest) {
        super(request);
        this.body = body;
        this.digest = digest;
    }

    /**
     * Reads the whole body.
     *
     * @throws IOException when it breaks off
     * @throws ServletException when a multipart upload has no boundary
     * @throws IllegalStateException when a part is too large
     */
    static BufferedBody of(HttpServletRequest request) throws IOException, ServletException {
        if (BodyLimit.isMultipart(request)) return new BufferedBody(request, null, PartsDigest.of(request.getParts()));
        return unpacked(request, request.getInputStream().readAllBytes());
    }

    /** A request with its decompressed body. */
    static BufferedBody unpacked(HttpServletRequest request, byte[] body) {
        return new BufferedBody(request, body, sha256().digest(body));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int getContentLength() {
        return body == null ? super.getContentLength() : body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body == null ? super.getContentLengthLong() : body.length;
    }

    /** The hash of the body, in hexadecimal digits. */
    String hash() {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        var known = body;
        return known == null ? super.getInputStream() : new Again(known);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Again(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is in memory already.");
        }
    }
}
