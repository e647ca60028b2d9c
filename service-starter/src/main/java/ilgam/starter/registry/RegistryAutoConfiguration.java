package ilgam.starter.registry;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** An instance reports itself the moment it is ready, so that its regular reports can be rare. */
@AutoConfiguration(afterName = "org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration")
@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
class RegistryAutoConfiguration {

    @Bean
    ApplicationListener<AvailabilityChangeEvent<ReadinessState>> readinessReport(ApplicationInfoManager instance) {
        return change -> {
            if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) instance.setInstanceStatus(InstanceStatus.UP);
        };
    }
}
