package ilgam.management;

import java.time.Duration;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/** How long requests take, in fixed buckets. For errors only how many and how long in all: nobody waits for them. */
final class RequestHistogram implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";

    /** Together with infinity eight buckets. The objectives are among them: half a second and a whole one. */
    private static final double[] BUCKETS = LongStream.of(25, 50, 100, 250, 500, 1_000, 2_500)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    /** All series of a metric are of one type, so errors have a histogram too, of one bucket. */
    private static final double[] ONE_BUCKET = {Double.POSITIVE_INFINITY};

    @Override
    public Meter.Id map(Meter.Id meter) {
        if (!meter.getName().equals(REQUESTS)) return meter;
        return meter.replaceTags(meter.getTags().stream()
                .filter(tag -> !tag.getKey().equals("error"))
                .toList());
    }

    /** An event stream lasts for as long as somebody looks at it, which is no matter of speed. */
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
