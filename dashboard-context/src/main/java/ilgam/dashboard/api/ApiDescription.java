package ilgam.dashboard.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.starter.refusal.Refusals;

/** Says of the API what its Java does not show. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    Refusals refusals() {
        return Refusals.of(ApiReason.values());
    }
}
