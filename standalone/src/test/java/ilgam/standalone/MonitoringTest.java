package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MonitoringTest {

    @TempDir
    private Path folder;

    @Test
    void without_prometheus_the_message_says_how_to_install_it() {
        var monitoring = Monitoring.installed(folder.toString());
        assertThatThrownBy(monitoring::mustBeThere)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("apt install prometheus");
    }

    @Test
    void the_alertmanager_may_be_missing_or_have_another_name() throws IOException {
        var first = Files.createDirectory(folder.resolve("first"));
        var second = Files.createDirectory(folder.resolve("second"));
        var prometheus = program(second, "prometheus");
        var path = first + ":" + second;
        assertThat(Monitoring.installed(path)).isEqualTo(new Monitoring(Optional.of(prometheus), Optional.empty()));

        var alertmanager = program(first, "alertmanager");
        assertThat(Monitoring.installed(path).alertmanager()).contains(alertmanager);
        var debian = program(second, "prometheus-alertmanager");
        assertThat(Monitoring.installed(path).alertmanager()).contains(debian);
    }

    @Test
    void the_configuration_refers_to_the_rules_and_the_alertmanager() throws IOException {
        var prometheus = program(folder, "prometheus");
        try (var data = DataFolder.open(folder.resolve("data"))) {
            Files.createDirectories(data.observe().resolve("rules"));
            Files.writeString(data.observe().resolve("rules/of-an-earlier-build.yml"), "");

            var monitors = new Monitoring(Optional.of(prometheus), Optional.of(program(folder, "alertmanager")))
                    .prepare(Checkout.find(), data);

            assertThat(monitors).extracting(Monitor::name).containsExactly("prometheus", "alertmanager");
            assertThat(monitors)
                    .allSatisfy(monitor ->
                            assertThat(monitor.command()).contains("--web.listen-address=127.0.0.1:" + monitor.port()));
            assertThat(data.observe().resolve("rules/alerts.yml")).exists();
            assertThat(data.observe().resolve("rules/of-an-earlier-build.yml")).doesNotExist();
            assertThat(data.observe().resolve("prometheus.yml")).exists();
            assertThat(data.observe().resolve("alertmanagers.json"))
                    .hasContent(
                            "[{\"targets\":[\"127.0.0.1:" + monitors.getLast().port() + "\"]}]");
        }
    }

    private static Path program(Path folder, String name) throws IOException {
        return Files.createFile(folder.resolve(name), asFileAttribute(fromString("rwx------")));
    }
}
