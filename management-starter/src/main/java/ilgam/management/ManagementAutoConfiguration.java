package ilgam.management;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationPredicate;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** The metrics that every process has, and the hosts that it accepts. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration"
        })
@EnableConfigurationProperties(KnownHosts.Settings.class)
class ManagementAutoConfiguration {

    @Bean
    KnownHosts knownHosts(KnownHosts.Settings settings, Environment environment) {
        return KnownHosts.of(settings, environment);
    }

    @Bean
    PrometheusRegistry prometheusRegistry() {
        return new LeanRegistry();
    }

    @Bean
    ServerRequestObservationConvention requestsByRoute() {
        return new RequestsByRoute();
    }

    @Bean
    MeterFilter requestHistogram() {
        return new RequestHistogram();
    }

    @Bean
    MeterFilter unusedMeters() {
        return MeterFilter.deny(UnusedMeters::include);
    }

    /** Leaves the path out of the disk's metrics: it depends on the machine and may contain a user's name. */
    @Bean
    MeterFilter noPaths() {
        return MeterFilter.ignoreTags("path");
    }

    /** Leaves out the observations that Spring Security and others make of each step: they cost time and are not used. */
    @Bean
    ObservationPredicate onlyRequests() {
        return (_, context) -> context instanceof ServerRequestObservationContext;
    }

    @Bean
    MeterBinder processMemory() {
        return ProcessMemory.ofThisProcess();
    }

    @Bean
    OldGeneration oldGeneration() {
        return new OldGeneration();
    }

    @Bean
    YoungGeneration youngGeneration(OldGeneration old) {
        return new YoungGeneration(old);
    }
}
