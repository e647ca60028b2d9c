package ilgam.gateway.health;

import java.util.Collection;
import java.util.List;

import ilgam.gateway.docs.Description;
import ilgam.gateway.registry.Instance;

/**
 * State of the event store. While it is away or refuses a process, reads go on and changes are answered with 503.
 */
@Description("How the event store is. While it is away, reads go on and changes are answered with 503.")
record EventStoreHealth(
        @Description("up, away, or refused when it does not accept a process's token.")
        String status) {

    private static final List<String> WORST_FIRST = List.of("refused", "away");

    /** The worst state that any of these instances reports. */
    static EventStoreHealth of(Collection<Instance> instances) {
        return new EventStoreHealth(WORST_FIRST.stream()
                .filter(status ->
                        instances.stream().anyMatch(it -> it.eventStore().equals(status)))
                .findFirst()
                .orElse("up"));
    }
}
