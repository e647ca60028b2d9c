package ilgam.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Map.of(), Path.of("/project"));
    }

    @Test
    void the_defaults_are_port_9000_on_loopback_and_data_in_the_project() {
        var options = parse();
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.loopback()).isTrue();
        assertThat(options.data()).isEqualTo(Path.of("/project/data"));
        assertThat(options.events()).isEqualTo(Options.Events.EMBEDDED);
    }

    @Test
    void an_option_takes_its_value_with_a_space_or_an_equals_sign() {
        assertThat(parse("--port", "8080").port()).isEqualTo(8080);
        assertThat(parse("--port=8080").port()).isEqualTo(8080);
    }

    @Test
    void observe_turns_monitoring_on() {
        assertThat(parse().observe()).isFalse();
        assertThat(parse("--observe", "--port", "8080").observe()).isTrue();
        assertThat(parse("--observe", "--port", "8080").port()).isEqualTo(8080);
    }

    @Test
    void by_default_erasures_are_beside_the_data_and_nothing_is_archived() {
        var options = parse("--data", "/disk/company");
        assertThat(options.recovery().erasures()).isEqualTo(Path.of("/disk/company-erasures"));
        assertThat(options.recovery().archive()).isEmpty();
        var given = parse("--archive", "/other/log", "--erasures=/other/list").recovery();
        assertThat(given.archive()).contains("/other/log");
        assertThat(given.erasures()).isEqualTo(Path.of("/other/list"));
    }

    @Test
    void an_open_host_is_not_loopback_and_is_reached_at_127_0_0_1() {
        var options = parse("--host", "0.0.0.0");
        assertThat(options.loopback()).isFalse();
        assertThat(options.reachableHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour", "start", "--port=99999", "--port=http", "--events=files", "--host", "--data="})
    void an_invalid_argument_is_refused_with_a_sentence(String argument) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .message()
                .endsWith(".");
    }
}
