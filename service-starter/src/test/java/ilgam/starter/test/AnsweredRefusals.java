package ilgam.starter.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** As a bean of a service it notes every refusal that the gateway would be answered, before it is sent. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class AnsweredRefusals extends OncePerRequestFilter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<Answered> all = ConcurrentHashMap.newKeySet();

    /** A refusal, and the request's own path. */
    record Answered(String method, String path, int status, String reason) {}

    /** Those since the last time. */
    List<Answered> take() {
        var taken = List.copyOf(all);
        taken.forEach(all::remove);
        return taken;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Tokens.SERVICE_KEY.equals(request.getHeader(AsGateway.KEY_HEADER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var watched = new Watched(request, response);
        chain.doFilter(request, watched);
        watched.note();
    }

    private final class Watched extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final ByteArrayOutputStream problem = new ByteArrayOutputStream();

        Watched(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        void note() {
            if (problem.size() == 0) return;
            var reason = JSON.readTree(problem.toByteArray()).path("reason").asString("");
            all.add(new Answered(request.getMethod(), request.getServletPath(), getStatus(), reason));
            problem.reset();
        }

        private boolean isProblem() {
            return getStatus() >= 400 && String.valueOf(getContentType()).startsWith("application/problem+json");
        }

        @Override
        public void flushBuffer() throws IOException {
            note();
            super.flushBuffer();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            var out = super.getOutputStream();
            return new ServletOutputStream() {

                @Override
                public void write(int one) throws IOException {
                    if (isProblem()) problem.write(one);
                    out.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    if (isProblem()) problem.write(bytes, from, length);
                    out.write(bytes, from, length);
                }

                @Override
                public void flush() throws IOException {
                    note();
                    out.flush();
                }

                @Override
                public boolean isReady() {
                    return out.isReady();
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    out.setWriteListener(listener);
                }
            };
        }
    }
}
