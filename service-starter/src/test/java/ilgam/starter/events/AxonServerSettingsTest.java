package ilgam.starter.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import ilgam.starter.defaults.Defaults;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings of Axon's connector, from the file that documents them and from the environment. */
class AxonServerSettingsTest {

    @Test
    void a_frozen_server_and_its_return_are_noticed_within_seconds() {
        var settings = settings(Map.of());

        assertThat(settings.getHeartbeat().isEnabled()).isTrue();
        assertThat(settings.getHeartbeat().getInterval()
                        + settings.getHeartbeat().getTimeout())
                .isLessThanOrEqualTo(4_000);
        assertThat(settings.getReconnectInterval() + settings.getConnectTimeout())
                .isLessThanOrEqualTo(2_000);
        assertThat(settings.isForceReconnectThroughServers()).isTrue();
        assertThat(settings.getMaxMessageSize()).isEqualTo(16 * 1024 * 1024);
    }

    @Test
    void the_event_buffer_is_small() {
        var flow = settings(Map.of()).getEventFlowControl();

        assertThat(flow.getPermits()).isEqualTo(32);
        assertThat(flow.getNrOfNewPermits()).isEqualTo(16);
    }

    @Test
    void a_command_to_a_frozen_server_fails_within_two_seconds() {
        var timing =
                bind(Map.of(), "ilgam", EventsProperties.class).eventStore().watch();

        assertThat(timing.atMost().plus(timing.timeout())).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void nodes_token_context_and_certificate_are_read_from_the_environment() {
        var settings = settings(Map.of(
                "AXON_AXONSERVER_SERVERS", "one:8124,two:8125",
                "AXON_AXONSERVER_TOKEN", "let me in",
                "AXON_AXONSERVER_CONTEXT", "ilgam",
                "AXON_AXONSERVER_SSL_ENABLED", "true",
                "AXON_AXONSERVER_CERT_FILE", "/run/secrets/axon-server.crt"));

        assertThat(settings.getServers()).isEqualTo("one:8124,two:8125");
        assertThat(settings.getToken()).isEqualTo("let me in");
        assertThat(settings.getContext()).isEqualTo("ilgam");
        assertThat(settings.isSslEnabled()).isTrue();
        assertThat(settings.getCertFile()).isEqualTo("/run/secrets/axon-server.crt");
    }

    @Test
    void the_default_is_one_server_on_this_machine() {
        assertThat(settings(Map.of()).getServers()).isEqualTo("127.0.0.1:8124");
        assertThat(settings(Map.of()).getContext()).isEqualTo("default");
    }

    private static AxonServerConfiguration settings(Map<String, Object> variables) {
        return bind(variables, "axon.axonserver", AxonServerConfiguration.class);
    }

    private static <T> T bind(Map<String, Object> variables, String prefix, Class<T> type) {
        var environment = new StandardEnvironment();
        var all = new HashMap<>(variables);
        all.put("ILGAM_EVENTS", "axon-server");
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all));
        new Defaults().postProcessEnvironment(environment, new SpringApplication());
        return Binder.get(environment).bindOrCreate(prefix, type);
    }
}
