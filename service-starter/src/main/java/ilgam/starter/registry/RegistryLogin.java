package ilgam.starter.registry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.RestClientDiscoveryClientOptionalArgs;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** Authenticates requests to the registry by a header, because URLs are logged. */
@AutoConfiguration(
        beforeName = "org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration")
@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
class RegistryLogin {

    private static final String USER = "service";

    @Bean
    RestClientDiscoveryClientOptionalArgs registryRequests(
            EurekaClientHttpRequestFactorySupplier requests, @Value("${ilgam.registry.password:}") String password) {
        if (password.isBlank()) throw new IllegalStateException("ilgam.registry.password is not set.");
        return new RestClientDiscoveryClientOptionalArgs(
                requests, () -> RestClient.builder().defaultHeaders(headers -> headers.setBasicAuth(USER, password)));
    }
}
