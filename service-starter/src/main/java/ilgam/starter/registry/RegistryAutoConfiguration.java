package ilgam.starter.registry;

import java.util.Locale;
import java.util.Map;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

import ilgam.starter.deadletter.Retries;
import ilgam.starter.messaging.EventStoreWatch;
import ilgam.starter.messaging.EventStoreWatch.State;

/**
 * An instance registers the moment it is ready, so that its regular heartbeats can be rare. They carry the state of its
 * event store and the number of its context's dead letters; neither takes the instance out, because everything else
 * goes on.
 */
@AutoConfiguration(afterName = "org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration")
@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
class RegistryAutoConfiguration {

    @Bean
    ApplicationListener<AvailabilityChangeEvent<ReadinessState>> readinessReport(
            ApplicationInfoManager instance, EventStoreWatch watch, Retries deadLetters) {
        return change -> {
            if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC) return;
            report(instance, watch.state());
            watch.onChange(state -> report(instance, state));
            deadLetters.onCount(count -> report(instance, count));
            instance.setInstanceStatus(InstanceStatus.UP);
        };
    }

    /** Reports the event store's state as metadata of this instance; before it is ready, it has no port to register. */
    private static void report(ApplicationInfoManager instance, State eventStore) {
        instance.registerAppMetadata(Map.of("eventStore", eventStore.name().toLowerCase(Locale.ROOT)));
    }

    /** Reports the number of dead letters as metadata of this instance. */
    private static void report(ApplicationInfoManager instance, long deadLetters) {
        var count = Long.toString(deadLetters);
        if (!count.equals(instance.getInfo().getMetadata().get("deadLetters")))
            instance.registerAppMetadata(Map.of("deadLetters", count));
    }
}
