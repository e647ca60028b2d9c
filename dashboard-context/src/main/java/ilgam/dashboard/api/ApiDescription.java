package ilgam.dashboard.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.starter.openapi.ApiTags;
import ilgam.starter.refusal.Refusals;

/** Adds to the API's description what the Java code does not show. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    ApiTags tags() {
        return ApiTags.none().and("Dashboard", "Figures about the flow of work, as of any instant.");
    }

    @Bean
    Refusals refusals() {
        return Refusals.of(ApiReason.values());
    }
}
