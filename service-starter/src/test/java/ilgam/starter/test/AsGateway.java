package ilgam.starter.test;

import java.net.URI;
import java.net.http.HttpRequest;

/** Requests to a service of this machine, with the service key as the gateway sends it. */
public final class AsGateway {

    public static final String KEY_HEADER = "X-Ilgam-Service-Key";

    private AsGateway() {}

    /** A request that has only the service key so far. */
    public static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(KEY_HEADER, Tokens.SERVICE_KEY);
    }
}
