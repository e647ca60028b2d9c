package ilgam.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports. */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int MOST_TRIES = 1_000;

    private Ports() {}

    /** Below the range of outgoing connections, one of which might otherwise take the port before it is bound. */
    static int anyFree() {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(InetAddress.getLoopbackAddress(), port)) return port;
        }
        throw new IllegalStateException("No port from " + LOWEST + " to " + HIGHEST + " is free.");
    }

    static boolean isFree(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Distinct ports, starting with the usual one and its successors where they are free. */
    static List<Integer> preferably(int usual, int count) {
        var chosen = new LinkedHashSet<Integer>();
        for (int next = usual; chosen.size() < count; next++) chosen.add(preferably(next));
        return List.copyOf(chosen);
    }

    /** The usual port if it is free, else any other: for ports that only this machine uses. */
    static int preferably(int usual) {
        return usual <= 65535 && isFree(InetAddress.getLoopbackAddress(), usual) ? usual : anyFree();
    }
}
