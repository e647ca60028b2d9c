package ilgam.standalone;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the addresses of the system's processes for Prometheus' file_sd_configs, which reads the file again when it
 * changes.
 */
record Targets(List<Service> services, List<Monitor> monitors) {

    static final String FILE = "targets.json";

    void writeTo(DataFolder data) {
        var targets = Stream.concat(
                        services.stream()
                                .map(service -> target(
                                        service.managementPort(),
                                        Map.of("job", "ilgam", "context", service.context()))),
                        monitors.stream()
                                .map(monitor -> target(
                                        monitor.port(), Map.of("job", monitor.name(), "__metrics_path__", "/metrics"))))
                .toList();
        data.write(data.observe().resolve(FILE), Json.of(targets) + "\n");
    }

    private static Map<String, Object> target(int port, Map<String, String> labels) {
        return Map.of("targets", List.of("127.0.0.1:" + port), "labels", labels);
    }
}
