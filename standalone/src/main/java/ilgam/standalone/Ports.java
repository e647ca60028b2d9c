package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;

/** Finds ports that are free just now. */
final class Ports {

    private Ports() {}

    static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    /** The usual ports from this one on where they can be had, others else: none of them twice. */
    static List<Integer> preferably(int usual, int count) {
        var chosen = new LinkedHashSet<Integer>();
        for (int next = usual; chosen.size() < count; next++) chosen.add(preferably(next));
        return List.copyOf(chosen);
    }

    /** The usual port if it can be had, else any other: for what only this machine talks to. */
    static int preferably(int usual) {
        return usual <= 65535 && isFree(InetAddress.getLoopbackAddress(), usual) ? usual : anyFree();
    }
}
