package ilgam.gateway.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ilgam.gateway.problem.Problem;
import ilgam.gateway.registry.Context;
import ilgam.gateway.registry.Instance;
import ilgam.gateway.registry.Instances;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

/** Sends a call to an instance of a context: the next in turn, or another one when that cannot be reached. */
final class Upstream {

    private static final Logger log = LoggerFactory.getLogger(Upstream.class);

    private final Instances instances;
    private final CloseableHttpClient client;

    Upstream(Instances instances, CloseableHttpClient client) {
        this.instances = instances;
        this.client = client;
    }

    /** The opened answer, which the caller must close. */
    Opened open(Context context, Call call) {
        var ready = instances.inTurn(context);
        var tries = ready.isEmpty() ? 0 : Math.max(2, ready.size());
        for (int attempt = 0; attempt < tries; attempt++) {
            var instance = ready.get(attempt % ready.size());
            try {
                return send(call, instance);
            } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException | UnknownHostException away) {
                log.debug("{} does not listen", instance, away);
                instances.suspect(instance);
                if (!call.body().isWhole()) break;
            } catch (SocketTimeoutException slow) {
                log.warn("{} did not answer a {} in time", instance, call.method());
                throw tooSlow(context).refused();
            } catch (InterruptedIOException full) {
                throw away(context).refused();
            } catch (IOException broken) {
                log.debug("{} broke off", instance, broken);
                if (!call.isRepeatable()) break;
            }
        }
        throw away(context).refused();
    }

    private Opened send(Call call, Instance instance) throws IOException {
        var request = call.to(instance);
        return new Opened(request, client.executeOpen(null, request, call.patience()));
    }

    static Problem away(Context context) {
        return new Problem(
                SERVICE_UNAVAILABLE,
                "unavailable",
                "The " + context.label() + " service is not available just now; try again in a moment.",
                1,
                Map.of("service", context.label()));
    }

    private static Problem tooSlow(Context context) {
        return new Problem(
                SERVICE_UNAVAILABLE,
                "timeout",
                "The " + context.label() + " service took too long to answer; try again in a moment.",
                5,
                Map.of("service", context.label()));
    }
}
