package ilgam.dashboard.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.starter.refusal.Refusals;

/** Adds to the API's description what the Java code does not show. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    Refusals refusals() {
        return Refusals.of(ApiReason.values());
    }
}
