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

/** A client that adds and follows nothing of its own, and hears an instance that answers before it has read all. */
@Configuration(proxyBeanMethods = false)
class UpstreamClient {

    private static final TimeValue IDLE = TimeValue.ofSeconds(15);

    /** A look costs a millisecond, so a busy connection is spared it; one that rested may have died meanwhile. */
    private static final TimeValue RESTED = TimeValue.ofMilliseconds(50);

    @Bean
    CloseableHttpClient client(UpstreamSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setValidateAfterInactivity(RESTED)
                        .build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(1024)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
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
