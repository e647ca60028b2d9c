package ilgam.management;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * The values of Host that this process accepts. Others are refused, so that a foreign page whose name was made to
 * resolve to this address (DNS rebinding) reaches nothing. Known are the process's own name, the host of the public
 * URL, localhost, names that an operator adds, and addresses that cannot be a foreign page's: those of this machine,
 * and private ones, as it may be behind a proxy.
 */
public final class KnownHosts {

    /**
     * The names of this installation.
     *
     * @param knownHosts further names, of a proxy for example
     * @param publicUrl the address at which people reach it
     */
    @ConfigurationProperties("ilgam")
    record Settings(
            @DefaultValue List<String> knownHosts, @Nullable String publicUrl) {}

    private final Set<String> names = new HashSet<>();

    KnownHosts(Stream<@Nullable String> names) {
        names.forEach(name -> {
            if (name != null && isName(name.strip()))
                this.names.add(name.strip().toLowerCase(Locale.ROOT));
        });
    }

    static KnownHosts of(Settings settings, Environment environment) {
        var application = environment.getProperty("spring.application.name", "");
        return new KnownHosts(Stream.concat(
                settings.knownHosts().stream(),
                Stream.of(
                        "localhost",
                        hostOf(settings.publicUrl()),
                        application,
                        application.replace("-context", ""),
                        environment.getProperty("HOSTNAME"),
                        environment.getProperty("server.address"))));
    }

    /** Whether a listening address is a name: the wildcard address is none. */
    private static boolean isName(String name) {
        var address = address(name);
        return !name.isEmpty() && (address == null || !address.isAnyLocalAddress());
    }

    private static @Nullable String hostOf(@Nullable String url) {
        return url == null || url.isBlank() ? null : URI.create(url.strip()).getHost();
    }

    /** Whether the request's Host is known. */
    public boolean include(HttpServletRequest request) {
        var name = request.getServerName();
        if (name == null || request.getHeader("Host") == null) return false;
        if (names.contains(name.toLowerCase(Locale.ROOT))) return true;
        var address = address(name);
        return address != null
                && !address.isAnyLocalAddress()
                && (isPrivate(address) || address.equals(address(request.getLocalAddr())));
    }

    private static @Nullable InetAddress address(@Nullable String name) {
        if (name == null) return null;
        try {
            return InetAddress.ofLiteral(
                    name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name);
        } catch (IllegalArgumentException aName) {
            return null;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
    }
}
