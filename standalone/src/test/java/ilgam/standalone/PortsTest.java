package ilgam.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

    @Test
    void a_taken_port_is_left_out() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var first = taken.getLocalPort() - 1;
            var ports = Ports.preferably(first, 3);
            assertThat(ports).hasSize(3).doesNotHaveDuplicates().doesNotContain(taken.getLocalPort());
        }
    }

    @Test
    void after_the_highest_port_others_are_used() {
        assertThat(Ports.preferably(65535, 3)).hasSize(3).allMatch(port -> port > 0 && port <= 65535);
    }

    @Test
    void a_service_whose_management_port_was_taken_meanwhile_moves_to_another() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var service = new Service(
                    "work-context",
                    "work",
                    128,
                    taken.getLocalPort(),
                    Map.of("management.server.port", Integer.toString(taken.getLocalPort())));

            var moved = service.onFreePort();

            assertThat(moved.managementPort()).isNotEqualTo(taken.getLocalPort());
            assertThat(moved.properties())
                    .containsEntry("management.server.port", Integer.toString(moved.managementPort()));
        }
    }
}
