package ilgam.gateway.edge;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Applies X-Forwarded-For, -Proto and -Host when a trusted proxy sends them. From any other client these headers are
 * dropped; Forwarded is never read.
 */
@Component
final class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /**
     * The proxies in front of the gateway.
     *
     * @param trustedProxies addresses, or networks such as 10.1.0.0/16
     */
    @ConfigurationProperties("ilgam.gateway")
    record Settings(@DefaultValue List<String> trustedProxies) {}

    private final String networks;

    TrustedProxies(Settings settings) {
        networks = settings.trustedProxies().stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(TrustedProxies::asNetwork)
                .collect(Collectors.joining(","));
    }

    private static String asNetwork(String proxy) {
        if (proxy.contains("/")) return proxy;
        return proxy + (proxy.contains(":") ? "/128" : "/32");
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (networks.isEmpty()) return;
        var valve = new RemoteIpValve();
        valve.setInternalProxies(networks);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        server.addEngineValves(valve);
    }
}
