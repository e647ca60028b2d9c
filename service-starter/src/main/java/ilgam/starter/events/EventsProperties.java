package ilgam.starter.events;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import ilgam.starter.messaging.EventStoreWatch;

/**
 * Selection of the event store.
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
     * Settings of the embedded store, and probing of either.
     *
     * @param gapTimeout how long, by the database's clock, a gap in the global index may still be filled; the server
     *     rolls appends back after ten seconds
     * @param poll interval of reads without a notification
     * @param askEvery interval of probes while the store is up
     * @param askAtMost greatest age of a probe's answer when a command is sent
     * @param answerWithin time-out of a probe, after which the store counts as away
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
