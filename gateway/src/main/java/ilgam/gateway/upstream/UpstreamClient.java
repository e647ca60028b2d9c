package ilgam.gateway.upstream;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ilgam.gateway.registry.Instances;

/**
 * HTTP clients that add no headers, follow no redirects, and read an answer that comes before the whole body was sent.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamClient {

    private static final TimeValue IDLE = TimeValue.ofSeconds(15);

    /**
     * Idle connections are checked before they are used, as they may be closed; a check takes a millisecond, so busy
     * ones are not.
     */
    private static final TimeValue RESTED = TimeValue.ofMilliseconds(50);

    /** Few and short requests. */
    private static final int OWN_CONNECTIONS = 64;

    @Bean
    CloseableHttpClient forwardingClient(UpstreamSettings settings) {
        return client(settings, settings.connections());
    }

    /** Has its own connections, so that many members' requests cannot block their own authentication. */
    @Bean
    CloseableHttpClient contextHttpClient(UpstreamSettings settings) {
        return client(settings, OWN_CONNECTIONS);
    }

    @Bean
    Upstream forwardingUpstream(Instances instances, CloseableHttpClient forwardingClient) {
        return new Upstream(instances, forwardingClient);
    }

    @Bean
    Upstream contextUpstream(Instances instances, CloseableHttpClient contextHttpClient) {
        return new Upstream(instances, contextHttpClient);
    }

    private static CloseableHttpClient client(UpstreamSettings settings, int connections) {
        var pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setValidateAfterInactivity(RESTED)
                        .build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(connections)
                .build();
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setKeepAliveStrategy((response, context) -> IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .disableConnectionState()
                .build();
    }
}
