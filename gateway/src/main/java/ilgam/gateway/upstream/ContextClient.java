package ilgam.gateway.upstream;

import java.io.IOException;
import java.time.Duration;

import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import ilgam.gateway.registry.Context;

/** The gateway's own requests to contexts. */
@Component
public final class ContextClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 4 * 1024 * 1024;

    /** A context's whole answer. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reply(int status, byte[] body) {}

    private final Upstream upstream;

    ContextClient(Upstream contextUpstream) {
        this.upstream = contextUpstream;
    }

    /** Reads a document. */
    public Reply get(Context context, String path) {
        return ask(context, new Call("GET", path, new HttpHeaders(), Body.none(), PATIENCE));
    }

    /** Reads a document on behalf of the caller that these headers name. */
    public Reply get(Context context, String path, HttpHeaders headers) {
        return ask(context, new Call("GET", path, headers, Body.none(), PATIENCE));
    }

    /** Posts a question that changes nothing, so that it may be sent twice. */
    public Reply ask(Context context, String path, HttpHeaders headers, byte[] body) {
        return ask(context, new Call("POST", path, headers, Body.of(body), PATIENCE));
    }

    private Reply ask(Context context, Call call) {
        try (var opened = upstream.open(context, call)) {
            var answer = opened.response();
            var body = answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity(), LONGEST);
            return new Reply(answer.getCode(), body == null ? new byte[0] : body);
        } catch (IOException broken) {
            throw Upstream.away(context).refused();
        }
    }
}
