package ilgam.starter.events;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import ilgam.starter.messaging.EventStoreWatch;

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
     * The embedded store, and how either is watched.
     *
     * @param gapTimeout how long, by the database's clock, a gap in the global index may still be filled; appends are
     *     undone by the server after ten seconds
     * @param poll how often the store is asked although nobody rang
     * @param askEvery how often a store that is well is asked whether it is still there
     * @param askAtMost how old its answer may be when a command is sent
     * @param answerWithin after which no answer means that it is away
     */
    record EventStore(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("6") int maximumPoolSize,
            @DefaultValue("10m") Duration gapTimeout,
            @DefaultValue("1000000") int maxGapOffset,
            @DefaultValue("3s") Duration poll,
            @DefaultValue("4000") int cachedEvents,
            @DefaultValue("1s") Duration askEvery,
            @DefaultValue("250ms") Duration askAtMost,
            @DefaultValue("5s") Duration answerWithin) {

        EventStoreWatch.Timing watch() {
            return new EventStoreWatch.Timing(askEvery, askAtMost, answerWithin);
        }
    }
}
