package ilgam.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpHeaders;

import ilgam.gateway.registry.Instance;

/** One upstream request, which any instance of the context may answer. */
record Call(String method, String target, HttpHeaders headers, Body body, Duration timeout) {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT");

    HttpUriRequestBase to(Instance instance) {
        var request = new HttpUriRequestBase(
                method, URI.create("http://" + instance.host() + ":" + instance.port() + target));
        headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        request.setEntity(body.entity());
        return request;
    }

    HttpClientContext patience() {
        var context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeout))
                .setConnectionRequestTimeout(Timeout.ofSeconds(5))
                .setProtocolUpgradeEnabled(false)
                .setHardCancellationEnabled(false)
                .build());
        return context;
    }

    /**
     * Whether the method is idempotent, so that the request may be sent again although the first attempt may have
     * arrived.
     */
    boolean isRepeatable() {
        return body.isWhole() && (REPEATABLE.contains(method) || headers.containsHeader("Idempotency-Key"));
    }
}
