package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Assumptions;

import ilgam.trial.Client;
import ilgam.trial.RunningSystem;

/**
 * One running system for all system tests of this JVM, with its first member (an administrator) and a record of all
 * names and addresses used.
 */
final class Ilgam {

    static final String EVENTS = System.getProperty("ilgam.events", "embedded");
    static final String AXON_SERVERS = System.getenv().getOrDefault("AXON_AXONSERVER_SERVERS", "127.0.0.1:8124");
    static final String PASSWORD = "seven kettles sing at noon";

    private static final AtomicInteger PERSON = new AtomicInteger();
    private static final AtomicInteger PROJECT = new AtomicInteger();
    private static final Set<String> PERSONAL = new ConcurrentSkipListSet<>();
    private static final Lazily<RunningSystem> SYSTEM = new Lazily<>(Ilgam::start);
    private static final Lazily<Client> ADMIN = new Lazily<>(() -> join(client(), "Seo-yeon Administrator"));

    private Ilgam() {}

    static RunningSystem system() {
        return SYSTEM.get();
    }

    static Client client() {
        return system().client();
    }

    static Client admin() {
        return ADMIN.get();
    }

    /** A new member with an account, logged in. */
    static Client member(String displayName) {
        admin();
        return join(client(), displayName);
    }

    private static Client join(Client client, String displayName) {
        return client.join(newAddress(displayName), PASSWORD, displayName);
    }

    /** A new address, recorded as personal data. */
    static String newAddress(String displayName) {
        var address = "person-%d@people.example".formatted(PERSON.incrementAndGet());
        PERSONAL.add(address);
        PERSONAL.add(displayName);
        return address;
    }

    static Set<String> personal() {
        return PERSONAL;
    }

    /** An unused project key. */
    static String newKey() {
        return "T" + PROJECT.incrementAndGet();
    }

    private static RunningSystem start() {
        if (EVENTS.equals("axon-server")) assumeAxonServerListens();
        var system = startOn(freshFolder("system"));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        return system;
    }

    /** Skips a test of the embedded event store if the system uses another one. */
    static void assumeEmbedded() {
        Assumptions.assumeTrue(EVENTS.equals("embedded"), "skipped: this is about the embedded event store");
    }

    /** Skips the test unless an Axon Server listens. */
    static void assumeAxonServerListens() {
        Assumptions.assumeTrue(
                isListening(axonServer().getHostString(), axonServer().getPort()),
                "skipped: no Axon Server listens on " + AXON_SERVERS);
    }

    /** The first configured node. */
    static InetSocketAddress axonServer() {
        var first = URI.create("tcp://" + AXON_SERVERS.split(",", 2)[0]);
        return InetSocketAddress.createUnresolved(first.getHost(), first.getPort() < 0 ? 8124 : first.getPort());
    }

    static RunningSystem startOn(Path data) {
        return RunningSystem.start(data, "--events", EVENTS);
    }

    static Path freshFolder(String name) {
        var folder = Path.of("target", name + "-data").toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
                }
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean isListening(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Created on first use; a failure is cached, so that later tests do not wait for it again. */
    private static final class Lazily<T> {

        private final Supplier<T> make;
        private Supplier<T> made;

        Lazily(Supplier<T> make) {
            this.make = make;
            this.made = this::first;
        }

        synchronized T get() {
            return made.get();
        }

        private T first() {
            try {
                var value = make.get();
                made = () -> value;
                return value;
            } catch (RuntimeException failure) {
                made = () -> {
                    throw failure;
                };
                throw failure;
            }
        }
    }
}
