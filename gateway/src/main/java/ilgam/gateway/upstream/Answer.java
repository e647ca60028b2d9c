package ilgam.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A context's answer, streamed to the client; server-sent events are flushed one by one. */
final class Answer implements ServerResponse, OpenStream {

    private static final Set<String> OURS = Set.of(
            "connection",
            "keep-alive",
            "transfer-encoding",
            "trailer",
            "upgrade",
            "proxy-authenticate",
            "content-length",
            "content-type",
            "date",
            "expires",
            "pragma",
            "server",
            "x-request-id",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "content-security-policy",
            "referrer-policy");

    private final Opened opened;
    private final ClassicHttpResponse inside;
    private volatile boolean done;

    Answer(Opened opened) {
        this.opened = opened;
        this.inside = opened.response();
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(inside.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return new HttpHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            response.setStatus(inside.getCode());
            for (var header : inside.getHeaders())
                if (!OURS.contains(header.getName().toLowerCase(Locale.ROOT)))
                    response.addHeader(header.getName(), header.getValue());
            var type = inside.getFirstHeader("Content-Type");
            if (type != null) response.setContentType(type.getValue());
            if (!response.containsHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-cache");
            handOn(inside.getEntity(), response);
            opened.close();
        } catch (IOException | RuntimeException brokenOff) {
            opened.breakOff();
            throw brokenOff;
        } finally {
            done = true;
        }
        return null;
    }

    private void handOn(@Nullable HttpEntity body, HttpServletResponse response) throws IOException {
        if (body == null) {
            Header length = inside.getFirstHeader("Content-Length");
            if (length != null) response.setHeader("Content-Length", length.getValue());
        } else if (isEventStream()) {
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
            eachAsItComes(body.getContent(), response);
        } else {
            if (body.getContentLength() >= 0) response.setContentLengthLong(body.getContentLength());
            body.getContent().transferTo(response.getOutputStream());
        }
    }

    private static void eachAsItComes(InputStream events, HttpServletResponse response) throws IOException {
        var out = response.getOutputStream();
        var buffer = new byte[8192];
        for (int read = next(events, buffer); read >= 0; read = next(events, buffer)) {
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    /** Reads on; a broken upstream stream counts as ended, and the client reconnects and resumes. */
    private static int next(InputStream events, byte[] buffer) {
        try {
            return events.read(buffer);
        } catch (IOException gone) {
            return -1;
        }
    }

    @Override
    public boolean isOpen() {
        return !done && isEventStream();
    }

    @Override
    public void end() {
        opened.breakOff();
    }

    private boolean isEventStream() {
        var type = inside.getFirstHeader("Content-Type");
        return type != null && type.getValue().startsWith("text/event-stream");
    }
}
