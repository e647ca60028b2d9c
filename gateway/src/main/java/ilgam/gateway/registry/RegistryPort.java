package ilgam.gateway.registry;

import java.net.InetAddress;
import java.security.MessageDigest;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The port of the registry, for instances and operators on this machine. The public port serves nothing of it. */
@Component
public final class RegistryPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /**
     * Where the registry listens, and how instances authenticate there.
     *
     * @param password of the instances, by HTTP Basic: a false instance that could register would receive members'
     *     requests
     */
    @ConfigurationProperties("ilgam.registry")
    record Settings(
            @DefaultValue("127.0.0.1") InetAddress address,
            @DefaultValue("9001") int port,
            @Nullable String password) {}

    private static final String USER = "service";

    private final Connector connector;
    private final byte[] login;

    RegistryPort(Settings settings) {
        var password = settings.password();
        if (password == null || password.isBlank())
            throw new IllegalStateException("ilgam.registry.password is not set.");
        login = ("Basic " + HttpHeaders.encodeBasicAuth(USER, password, UTF_8)).getBytes(UTF_8);
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

    /** Whether the request shows the password. */
    public boolean admits(HttpServletRequest request) {
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && MessageDigest.isEqual(login, shown.getBytes(UTF_8));
    }

    /** The port in use. */
    public int number() {
        return connector.getLocalPort();
    }
}
