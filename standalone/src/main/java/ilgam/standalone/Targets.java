package ilgam.standalone;

import java.util.List;
import java.util.Map;

/** Where a Prometheus finds the processes of this system: a file for its file_sd_configs, read again when it changes. */
record Targets(List<Service> services) {

    static final String FILE = "targets.json";

    void writeTo(DataFolder data) {
        var targets = services.stream().map(Targets::target).toList();
        data.write(data.observe().resolve(FILE), Json.of(targets) + "\n");
    }

    private static Map<String, Object> target(Service service) {
        return Map.of(
                "targets",
                List.of("127.0.0.1:" + service.managementPort()),
                "labels",
                Map.of("job", "ilgam", "context", service.context()));
    }
}
