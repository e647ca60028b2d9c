package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prometheus with the project's alerts, and the Alertmanager if installed, as packaged by the operating system; their
 * data is in the data folder.
 */
record Monitoring(Optional<Path> prometheus, Optional<Path> alertmanager) {

    private static final String RETENTION = "30d";

    static Monitoring installed() {
        return installed(System.getenv("PATH"));
    }

    static Monitoring installed(String path) {
        return new Monitoring(
                find(path, "prometheus"), find(path, "prometheus-alertmanager").or(() -> find(path, "alertmanager")));
    }

    private static Optional<Path> find(String path, String program) {
        return Stream.of(path.split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void mustBeThere() {
        if (prometheus.isEmpty())
            throw CannotStart.refused("--observe needs Prometheus, and none is installed."
                    + " Install it (Debian: apt install prometheus prometheus-alertmanager), or leave --observe out.");
    }

    /** Writes their configuration, and returns their commands. */
    List<Monitor> prepare(Checkout checkout, DataFolder data) {
        var observability = checkout.root().resolve("observability");
        var monitors = new ArrayList<Monitor>();
        try {
            copy(observability.resolve("prometheus"), data.observe());
            prometheus.ifPresent(program -> monitors.add(prometheus(program, data.observe())));
            alertmanager.ifPresent(program -> monitors.add(
                    alertmanager(program, observability.resolve("alertmanager/alertmanager.yml"), data.observe())));
            tellOfAlertmanagers(monitors, data);
            return List.copyOf(monitors);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Copies the rules, and deletes those that no longer exist. */
    private static void copy(Path from, Path to) throws IOException {
        var rules = Files.createDirectories(to.resolve("rules"));
        try (var earlier = Files.newDirectoryStream(rules)) {
            for (var file : earlier) Files.delete(file);
        }
        try (var files = Files.newDirectoryStream(from.resolve("rules"), "*.yml")) {
            for (var file : files) Files.copy(file, rules.resolve(file.getFileName()));
        }
        Files.copy(
                from.resolve("prometheus.standalone.yml"),
                to.resolve("prometheus.yml"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void tellOfAlertmanagers(List<Monitor> monitors, DataFolder data) {
        var addresses = monitors.stream()
                .filter(monitor -> monitor.name().equals("alertmanager"))
                .map(monitor -> Map.of("targets", List.of("127.0.0.1:" + monitor.port())))
                .toList();
        data.write(data.observe().resolve("alertmanagers.json"), Json.of(addresses) + "\n");
    }

    private static Monitor prometheus(Path program, Path folder) {
        var port = Ports.preferably(9090);
        return new Monitor(
                "prometheus",
                port,
                List.of(
                        program.toString(),
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--storage.tsdb.retention.time=" + RETENTION,
                        "--web.listen-address=127.0.0.1:" + port));
    }

    private static Monitor alertmanager(Path program, Path configuration, Path folder) {
        var port = Ports.preferably(9093);
        return new Monitor(
                "alertmanager",
                port,
                List.of(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port));
    }
}
