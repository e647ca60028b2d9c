package ilgam.gateway.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import ilgam.gateway.problem.Refused;
import ilgam.gateway.upstream.OpenStream;

/** Ends event streams whose session or token is no longer valid, after a log-out for example. */
@Component
final class StreamSessionMonitor implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StreamSessionMonitor.class);

    private final Exchange exchange;
    private final Map<OpenStream, Holder> streams = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-stream-watch").factory());

    private record Holder(Credential credential, ClientInfo client) {}

    StreamSessionMonitor(Exchange exchange) {
        this.exchange = exchange;
        var _ = clock.scheduleWithFixedDelay(this::lookAtAll, 1, 1, TimeUnit.SECONDS);
    }

    void over(OpenStream stream, Credential credential, ClientInfo client) {
        streams.put(stream, new Holder(credential, client));
    }

    private void lookAtAll() {
        streams.keySet().removeIf(stream -> !stream.isOpen());
        streams.forEach((stream, holder) -> {
            if (!mayGoOn(holder)) stream.end();
        });
    }

    private boolean mayGoOn(Holder holder) {
        try {
            return exchange.of(holder.credential(), holder.client()).isPresent();
        } catch (Refused notNow) {
            return true; // the member context is away
        } catch (RuntimeException failed) {
            log.warn("The credential of an event stream could not be checked", failed);
            return true;
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
