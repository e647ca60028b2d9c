package ilgam.management;

import java.time.Duration;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/**
 * Durations of requests in fixed buckets. Failed requests have only a count and a sum, because nobody waits for them.
 */
final class RequestHistogram implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";

    /** Eight buckets with infinity. Half a second and a second are among them, because they are objectives. */
    private static final double[] BUCKETS = LongStream.of(25, 50, 100, 250, 500, 1_000, 2_500)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    /** All series of a metric have one type, so failed requests have a histogram too, of one bucket. */
    private static final double[] ONE_BUCKET = {Double.POSITIVE_INFINITY};

    @Override
    public Meter.Id map(Meter.Id meter) {
        if (!meter.getName().equals(REQUESTS)) return meter;
        return meter.replaceTags(meter.getTags().stream()
                .filter(tag -> !tag.getKey().equals("error"))
                .toList());
    }

    /** The duration of an event stream says nothing about speed. */
    @Override
    public MeterFilterReply accept(Meter.Id meter) {
        var route = meter.getName().equals(REQUESTS) ? meter.getTag("uri") : null;
        return route != null && route.startsWith("/api/stream") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id meter, DistributionStatisticConfig config) {
        if (!meter.getName().equals(REQUESTS)) return config;
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives("SUCCESS".equals(meter.getTag("outcome")) ? BUCKETS : ONE_BUCKET)
                .build()
                .merge(config);
    }
}
