package ilgam.gateway.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import ilgam.gateway.problem.Problem;
import ilgam.gateway.registry.Context;
import ilgam.gateway.upstream.ContextClient;

/** Exchanges opaque credentials for signed tokens, at the member context, and caches the answers for a few seconds. */
@Component
final class Exchange {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);

    /** A log-out on any instance must take effect within ten seconds, and the exchange itself takes time. */
    private static final Duration KNOWN = Duration.ofSeconds(8);

    private static final Duration UNKNOWN = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Bytes of a cache entry besides its token, estimated. */
    private static final int ENTRY = 300;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ContextClient contexts;
    private final String serviceKey;
    private final AsyncCache<Fingerprint, Optional<InternalToken>> known = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Fingerprint, Optional<InternalToken>>weigher(
                    (_, token) -> ENTRY + token.map(it -> it.jwt().length()).orElse(0))
            .expireAfter(Expiry.<Fingerprint, Optional<InternalToken>>creating(
                    (credential, token) -> token.isPresent() ? KNOWN : UNKNOWN))
            .executor(Runnable::run)
            .buildAsync();

    Exchange(ContextClient contexts, @Value("${ilgam.service-key}") String serviceKey) {
        this.contexts = contexts;
        this.serviceKey = serviceKey;
    }

    /** Whether the answer is cached, so that the member context need not be asked. */
    boolean remembers(Credential credential) {
        return switch (credential) {
            case Credential.Session(var secret) -> remembers("session", secret);
            case Credential.Token(var secret) -> remembers("token", secret);
            case Credential.None _, Credential.Malformed _ -> true;
        };
    }

    /** The token for a credential; empty if the member context does not know it. */
    Optional<InternalToken> of(Credential credential, ClientInfo client) {
        return switch (credential) {
            case Credential.Session(var secret) -> of("session", secret, client);
            case Credential.Token(var secret) -> of("token", secret, client);
            case Credential.None _, Credential.Malformed _ -> Optional.empty();
        };
    }

    /** Drops all cached answers, because somebody's rights may have changed. */
    void evictAll() {
        known.asMap().clear();
    }

    private boolean remembers(String kind, String secret) {
        var found = known.getIfPresent(Fingerprint.of(kind, secret));
        return found != null && found.isDone();
    }

    private Optional<InternalToken> of(String kind, String secret, ClientInfo client) {
        var exchanged = known.get(
                Fingerprint.of(kind, secret),
                (_, _) -> CompletableFuture.supplyAsync(() -> ask(kind, secret, client), Thread::startVirtualThread));
        try {
            return exchanged.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    private Optional<InternalToken> ask(String kind, String secret, ClientInfo client) {
        var body = new LinkedHashMap<String, String>();
        body.put(kind, secret);
        body.put("address", client.address());
        if (client.agent() != null) body.put("userAgent", client.agent());
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
        headers.set("X-Ilgam-Service-Key", serviceKey);
        headers.set("traceparent", client.trace().parent());

        var reply = contexts.ask(Context.MEMBER, "/internal/exchange", headers, JSON.writeValueAsBytes(body));
        return switch (reply.status()) {
            case 200 ->
                Optional.of(
                        InternalToken.of(JSON.readTree(reply.body()).path("jwt").asString()));
            case 401 -> Optional.empty();
            default -> {
                log.warn(
                        "The member context answered {} to an exchange; does it have the same service key?",
                        reply.status());
                throw UNAVAILABLE.refused();
            }
        };
    }

    private static final Problem UNAVAILABLE = new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "Your credentials cannot be checked just now; try again in a moment.",
            1);
}
