package ilgam.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/** A TCP proxy on its own port in front of a real server, which can cut and freeze connections. */
final class FaultProxy implements AutoCloseable {

    private final InetSocketAddress target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean frozen;
    private @Nullable ServerSocket listening;

    /** A proxy to this address; it starts {@link #cut}. */
    FaultProxy(InetSocketAddress target) {
        this.target = target;
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Forwards everything again, including what was held while frozen. */
    synchronized FaultProxy mend() {
        setFrozen(false);
        if (listening != null) return this;
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            listening = server;
            Thread.ofVirtual().start(() -> accept(server));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all connections and refuses new ones, as if the server were killed. */
    synchronized void cut() {
        var server = listening;
        listening = null;
        if (server != null) close(server);
        open.forEach(FaultProxy::close);
        setFrozen(false);
    }

    /**
     * Keeps connections and accepts new ones without forwarding anything, as if the server were stopped by a signal.
     */
    void freeze() {
        setFrozen(true);
    }

    private void setFrozen(boolean now) {
        lock.lock();
        try {
            frozen = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void passWhenMended() throws InterruptedException {
        lock.lock();
        try {
            while (frozen) changed.await();
        } finally {
            lock.unlock();
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var upstream = new Socket(target.getHostString(), target.getPort());
                open.add(client);
                open.add(upstream);
                Thread.ofVirtual().start(() -> copy(client, upstream));
                Thread.ofVirtual().start(() -> copy(upstream, client));
            } catch (IOException closed) {
                // the proxy was cut or the server is gone; the next client gets the same
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passWhenMended();
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // one of the two sides disconnected
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
