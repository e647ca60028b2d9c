package ilgam.member.test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

import ilgam.member.MemberContext;

/**
 * With {@code -Dilgam.instances=2} every service that a test starts gets a second instance on the same databases, and
 * the test's {@link ServiceClient} alternates between the two: the tests must pass with both.
 */
public final class SecondInstance implements ApplicationListener<ServletWebServerInitializedEvent> {

    /** The name of the property source of tests that share a service. */
    static final String SHARED_SETTINGS = "Shared Test Properties";

    private static final boolean WANTED = Integer.getInteger("ilgam.instances", 1) == 2;
    private static final String TWIN = "ilgam.twin";
    private static final Map<Integer, ApplicationContext> TWINS = new ConcurrentHashMap<>();

    /** The ports of all instances of the service that listens on this port. */
    public static List<Integer> portsBeside(int port) {
        var twin = TWINS.get(port);
        return twin == null ? List.of(port) : List.of(port, portOf(twin));
    }

    /** This service and, if there is one, its second instance. */
    public static List<ApplicationContext> with(ApplicationContext service) {
        var twin = TWINS.get(portOf(service));
        return twin == null ? List.of(service) : List.of(service, twin);
    }

    private static int portOf(ApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void onApplicationEvent(ServletWebServerInitializedEvent started) {
        var settings = started.getApplicationContext().getEnvironment();
        var management = "management".equals(started.getApplicationContext().getServerNamespace());
        if (!WANTED || management || settings.containsProperty(TWIN)) return;
        var twin = new SpringApplication(MemberContext.class);
        twin.setRegisterShutdownHook(false);
        twin.setDefaultProperties(Map.of(TWIN, "true"));
        twin.addInitializers(withTestSettingsOf(settings));
        var running = twin.run();
        TWINS.put(started.getWebServer().getPort(), running);
        started.getApplicationContext().addApplicationListener((ContextClosedEvent _) -> running.close());
    }

    private static ApplicationContextInitializer<ConfigurableApplicationContext> withTestSettingsOf(
            ConfigurableEnvironment settings) {
        return twin -> settings.getPropertySources().stream()
                .filter(SecondInstance::isOfTheTest)
                .toList()
                .reversed()
                .forEach(twin.getEnvironment().getPropertySources()::addFirst);
    }

    private static boolean isOfTheTest(PropertySource<?> source) {
        return Set.of(SHARED_SETTINGS, "Dynamic Test Properties", "Inlined Test Properties")
                .contains(source.getName());
    }
}
