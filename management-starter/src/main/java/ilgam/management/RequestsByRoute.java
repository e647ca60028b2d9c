package ilgam.management;

import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Labels requests by route template, method and outcome. A path or a method that a client makes up never becomes a
 * label: all requests without a route count together.
 */
final class RequestsByRoute extends DefaultServerRequestObservationConvention {

    static final String UNMATCHED = "unmatched";

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.of(uri(context), method(context), outcome(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }

    @Override
    protected KeyValue uri(ServerRequestObservationContext context) {
        var template = context.getPathPattern();
        if (template == null || template.isEmpty() || !METHODS.contains(methodOf(context))) template = UNMATCHED;
        return KeyValue.of("uri", template);
    }

    @Override
    protected KeyValue method(ServerRequestObservationContext context) {
        var method = methodOf(context);
        return KeyValue.of("method", METHODS.contains(method) ? method : "OTHER");
    }

    /** HEAD counts as GET, as the work is the same. */
    private static String methodOf(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        if (request == null) return "";
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    /** Counts 304 as a success. */
    @Override
    protected KeyValue outcome(ServerRequestObservationContext context) {
        var response = context.getResponse();
        var status = response == null ? 500 : response.getStatus();
        return KeyValue.of("outcome", status < 400 ? "SUCCESS" : status < 500 ? "CLIENT_ERROR" : "SERVER_ERROR");
    }
}
