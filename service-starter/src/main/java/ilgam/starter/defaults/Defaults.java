package ilgam.starter.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Adds the defaults of every service with the lowest precedence; a service's own settings override them. */
public final class Defaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        add(environment, "ilgam/defaults.properties");
        boolean embedded = environment.getProperty("ilgam.events", "embedded").equalsIgnoreCase("embedded");
        add(environment, embedded ? "ilgam/events-embedded.properties" : "ilgam/events-axon-server.properties");
    }

    private static void add(ConfigurableEnvironment environment, String resource) {
        try {
            var properties = PropertiesLoaderUtils.loadProperties(new ClassPathResource(resource));
            environment.getPropertySources().addLast(new PropertiesPropertySource(resource, properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
