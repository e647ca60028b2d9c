package ilgam.gateway.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.registry.Context;

/** Forwards a member's request to a context and streams the answer back; an import's upload is streamed, too. */
@Component
final class Forwarding implements ProxyExchange {

    private final Upstream upstream;
    private final UpstreamSettings settings;
    private final Set<OpenStream> eventStreams = ConcurrentHashMap.newKeySet();

    Forwarding(Upstream forwardingUpstream, UpstreamSettings settings) {
        this.upstream = forwardingUpstream;
        this.settings = settings;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var uri = Objects.requireNonNull(request.getUri());
        try {
            var answer = new Answer(upstream.open(Context.withId(uri.getHost()), call(request, uri)));
            if (answer.isOpen()) remember(answer);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Call call(Request request, URI uri) throws IOException {
        var isImport = UpstreamSettings.isImport(uri.getPath());
        var limit = isImport ? settings.importLimit() : settings.bodyLimit();
        var asked = request.getServerRequest().servletRequest();
        var body = Body.of(asked, limit.toBytes(), isImport ? _ -> {} : BodyBudget.of(asked));
        var target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return new Call(request.getMethod().name(), target, request.getHeaders(), body, patience(uri, isImport));
    }

    private Duration patience(URI uri, boolean isImport) {
        return isImport || uri.getPath().startsWith("/api/stream") ? settings.importTimeout() : settings.readTimeout();
    }

    /** Ends event streams, which otherwise would keep a stopping gateway waiting. */
    @EventListener(ContextClosedEvent.class)
    void endEventStreams() {
        eventStreams.forEach(OpenStream::end);
    }

    private void remember(OpenStream stream) {
        eventStreams.removeIf(other -> !other.isOpen());
        eventStreams.add(stream);
    }
}
