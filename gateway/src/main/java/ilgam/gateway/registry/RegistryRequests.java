package ilgam.gateway.registry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Keeps instances' requests to the registry out of the metrics of clients' requests. */
@Component
final class RegistryRequests implements ObservationPredicate {

    private final RegistryPort registry;

    RegistryRequests(RegistryPort registry) {
        this.registry = registry;
    }

    @Override
    public boolean test(String name, Observation.Context context) {
        return !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && registry.received(request.getCarrier()));
    }
}
