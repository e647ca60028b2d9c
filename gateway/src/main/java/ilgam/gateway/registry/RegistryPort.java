package ilgam.gateway.registry;

import java.net.InetAddress;

import jakarta.servlet.ServletRequest;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The second port, for instances and operators on this machine; the first one never shows what is here. */
@Component
public final class RegistryPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Where the registry listens. */
    @ConfigurationProperties("ilgam.registry")
    record Settings(
            @DefaultValue("127.0.0.1") InetAddress address,
            @DefaultValue("9001") int port) {}

    private final Connector connector;

    RegistryPort(Settings settings) {
        connector = new Connector();
        connector.setPort(settings.port());
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(settings.address());
            protocol.setExecutor(new VirtualThreadExecutor("registry-"));
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addAdditionalConnectors(connector);
    }

    /** Whether the request came to this port. */
    public boolean received(ServletRequest request) {
        return request.getLocalPort() == connector.getLocalPort();
    }

    /** The port in use. */
    public int number() {
        return connector.getLocalPort();
    }
}
