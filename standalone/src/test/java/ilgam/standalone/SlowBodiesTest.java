package ilgam.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** A member, or someone with a member's token, sends bodies that never end. */
@Tag("system")
class SlowBodiesTest {

    private static final int BODIES = 1_500;
    private static final int LENGTH = 60_000;

    @Test
    void endless_bodies_do_not_affect_other_members() throws IOException {
        var gateway = Ilgam.system().processes().get("gateway");
        var slow = Ilgam.member("Slow Sender");
        var token = slow.post("/api/access-tokens", Map.of("name", "slow", "scopes", List.of("read", "write")))
                .expect(201)
                .text("token");
        var other = Ilgam.member("Other Member");
        var open = new ArrayList<Socket>();
        try {
            for (int n = 0; n < BODIES; n++) open.add(begin(token));
            other.get("/api/members/me").expect(200);
            other.post("/api/projects", Map.of("key", Ilgam.newKey(), "name", "Quick", "visibility", "open"))
                    .expect(201);
            Ilgam.member("New Member");
        } finally {
            for (var socket : open) socket.close();
        }
        other.get("/api/members/me").expect(200);
        assertThat(Ilgam.system().processes()).containsEntry("gateway", gateway);
    }

    /** Sends the request without its last byte. */
    private static Socket begin(String token) throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), Ilgam.system().url().getPort());
        try {
            var out = socket.getOutputStream();
            out.write(("POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + LENGTH + "\r\n\r\n")
                    .getBytes(US_ASCII));
            out.write(new byte[LENGTH - 1]);
        } catch (IOException refused) {
            // the gateway answered and closed the connection before
        }
        return socket;
    }
}
