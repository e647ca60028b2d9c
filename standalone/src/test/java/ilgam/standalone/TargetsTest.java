package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TargetsTest {

    @TempDir
    private Path folder;

    @Test
    void the_targets_have_each_process_with_its_address_and_name() throws IOException {
        try (var data = DataFolder.open(folder)) {
            new Targets(
                            List.of(service("work-context", 9003), service("gateway", 9005)),
                            List.of(new Monitor("prometheus", 9090, List.of())))
                    .writeTo(data);

            var targets = JsonMapper.shared().readTree(Files.readString(folder.resolve("observe/targets.json")));
            assertThat(targets).isEqualTo(JsonMapper.shared().readTree("""
                            [{"targets": ["127.0.0.1:9003"], "labels": {"job": "ilgam", "context": "work"}},
                             {"targets": ["127.0.0.1:9005"], "labels": {"job": "ilgam", "context": "gateway"}},
                             {"targets": ["127.0.0.1:9090"],
                              "labels": {"job": "prometheus", "__metrics_path__": "/metrics"}}]"""));
        }
    }

    private static Service service(String name, int managementPort) {
        return new Service(name, name, 128, managementPort, Map.of());
    }
}
