package ilgam.starter.test;

import java.net.URI;
import java.net.http.HttpRequest;

/** Requests to a service of this machine as the gateway sends them; to any other a service has nothing to say. */
public final class AsGateway {

    public static final String KEY_HEADER = "X-Ilgam-Service-Key";

    private AsGateway() {}

    /** A request that carries the services' own secret, and nothing else yet. */
    public static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(KEY_HEADER, Tokens.SERVICE_KEY);
    }
}
