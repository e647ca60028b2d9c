package ilgam.management;

import java.util.function.Predicate;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the maximum that Micrometer adds to each timer: it is one more series, covers the last minutes of this
 * process only, and the histogram says more.
 */
final class LeanRegistry extends PrometheusRegistry {

    @Override
    public MetricSnapshots scrape() {
        return without(super.scrape());
    }

    @Override
    public MetricSnapshots scrape(@Nullable PrometheusScrapeRequest request) {
        return without(super.scrape(request));
    }

    @Override
    public MetricSnapshots scrape(
            @Nullable Predicate<String> includedNames, @Nullable PrometheusScrapeRequest request) {
        return without(super.scrape(includedNames, request));
    }

    private static MetricSnapshots without(MetricSnapshots all) {
        return new MetricSnapshots(
                all.stream().filter(metric -> !isTimersMaximum(metric)).toList());
    }

    private static boolean isTimersMaximum(MetricSnapshot metric) {
        return metric instanceof GaugeSnapshot
                && metric.getMetadata().getPrometheusName().endsWith("_seconds_max");
    }
}
