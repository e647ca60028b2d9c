package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.trial.Client;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("system")
class ExposureTest {

    @Test
    void by_default_nothing_listens_beyond_this_machine() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "skipped: no /proc here");
        var system = Ilgam.system();
        var sockets = new HashSet<String>();
        for (var pid : system.processes().values()) sockets.addAll(socketsOf(pid));
        assertThat(listening(sockets)).isNotEmpty().allMatch(ExposureTest::isLoopback);
    }

    @Test
    void the_registry_is_not_on_the_public_port() {
        for (var path : List.of("/eureka/apps", "/eureka/", "/eureka/status", "/lastn"))
            assertThat(Ilgam.client().get(path).body())
                    .as(path)
                    .doesNotContain("<applications>")
                    .doesNotContain("instanceId");
        assertThat(Ilgam.isListening("127.0.0.1", Ilgam.system().registryPort()))
                .isTrue();
    }

    @Test
    void the_public_port_shows_nothing_of_the_services_internals() {
        for (var path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/v3/api-docs", "/internal/people"))
            assertThat(Ilgam.client().get(path).body())
                    .as(path)
                    .doesNotContain("propertySources")
                    .doesNotContain("\"_links\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"member-context", "work-context", "dashboard-context", "gateway"})
    void each_process_has_health_and_metrics_on_a_port_of_its_own(String process) {
        var operator = new Client(Ilgam.system().management(process));
        operator.get("/actuator/health/liveness").expect(200);
        operator.get("/actuator/health/readiness").expect(200);
        assertThat(operator.get("/actuator/prometheus").expect(200).body()).contains("jvm_memory_used_bytes");
    }

    /** Inodes of the sockets that a process has open. */
    private static Set<String> socketsOf(long pid) throws IOException {
        var sockets = new HashSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (var file : files) {
                var target = targetOf(file);
                if (target.startsWith("socket:[")) sockets.add(target.substring(8, target.length() - 1));
            }
        }
        return sockets;
    }

    private static String targetOf(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** Local addresses, as the kernel writes them, of those sockets that listen. */
    private static List<String> listening(Set<String> sockets) throws IOException {
        var addresses = new ArrayList<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : Files.readAllLines(Path.of(table))) {
                var fields = line.strip().split("\\s+");
                if (fields.length > 9 && fields[3].equals("0A") && sockets.contains(fields[9]))
                    addresses.add(fields[1].substring(0, fields[1].indexOf(':')));
            }
        }
        return addresses;
    }

    private static boolean isLoopback(String address) {
        return address.equals("0100007F")
                || address.equals("0000000000000000FFFF00000100007F")
                || address.equals("00000000000000000000000001000000");
    }
}
