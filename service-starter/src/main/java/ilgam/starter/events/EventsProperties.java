package ilgam.starter.events;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which event store, and where the embedded one is.
 *
 * @param events <code>embedded</code> or <code>axon-server</code>
 */
@ConfigurationProperties("ilgam")
record EventsProperties(
        @DefaultValue("embedded") Mode events, @DefaultValue EventStore eventStore) {

    enum Mode {
        EMBEDDED,
        AXON_SERVER
    }

    /**
     * The embedded store.
     *
     * @param gapTimeout how long, by the database's clock, a gap in the global index may still be filled; appends are
     *     undone by the server after ten seconds
     * @param poll how often the store is asked although nobody rang
     */
    record EventStore(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("6") int maximumPoolSize,
            @DefaultValue("10m") Duration gapTimeout,
            @DefaultValue("1000000") int maxGapOffset,
            @DefaultValue("3s") Duration poll,
            @DefaultValue("4000") int cachedEvents) {}
}
