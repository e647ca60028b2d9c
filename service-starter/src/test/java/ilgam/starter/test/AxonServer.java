package ilgam.starter.test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.api.Assumptions;

/**
 * A real Axon Server for tests: one that listens already, at <code>axon-server</code> (a system property) or
 * <code>AXON_AXONSERVER_SERVERS</code>, else on 127.0.0.1:8124. Without one, a test is skipped.
 */
public final class AxonServer {

    private static final String ADDRESS = System.getProperty(
            "axon-server", System.getenv().getOrDefault("AXON_AXONSERVER_SERVERS", "127.0.0.1:8124"));

    private AxonServer() {}

    public static String address() {
        return ADDRESS;
    }

    public static int port() {
        return first().getPort();
    }

    private static URI first() {
        return URI.create("tcp://" + ADDRESS.split(",", 2)[0]);
    }

    /** Skips the test unless one listens. */
    public static void assumeItListens() {
        Assumptions.assumeTrue(listens(), "skipped: no Axon Server listens on " + ADDRESS);
    }

    private static boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(first().getHost(), port()), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
