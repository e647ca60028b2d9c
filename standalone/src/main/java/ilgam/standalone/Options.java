package ilgam.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of ./start. */
record Options(
        int port, String host, Path data, Events events, String axonServers, boolean observe, Recovery recovery) {

    /** Options for recovery: the archive of the write-ahead log, and the list of erasures. */
    record Recovery(Optional<String> archive, Path erasures) {}

    /** The event store and the command bus. */
    enum Events {
        EMBEDDED("embedded"),
        AXON_SERVER("axon-server");

        private final String text;

        Events(String text) {
            this.text = text;
        }

        static Events of(String text) {
            for (var events : values()) if (events.text.equals(text)) return events;
            throw CannotStart.refused("There is no event store '%s': use embedded or axon-server.".formatted(text));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Options parse(List<String> arguments, Map<String, String> environment, Path root) {
        var port = 9000;
        var host = "127.0.0.1";
        var data = root.resolve("data");
        var observe = false;
        var archive = Optional.ofNullable(environment.get("ILGAM_ARCHIVE"));
        var erasures = Optional.<Path>empty();
        var events = Events.of(environment.getOrDefault("ILGAM_EVENTS", "embedded"));
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var option = rest.pop();
            var equals = option.indexOf('=');
            if (option.startsWith("--") && equals > 0) {
                rest.push(option.substring(equals + 1));
                option = option.substring(0, equals);
            }
            switch (option) {
                case "--port" -> port = port(valueOf(option, rest));
                case "--host" -> host = valueOf(option, rest);
                case "--data" -> data = Path.of(valueOf(option, rest));
                case "--observe" -> observe = true;
                case "--archive" -> archive = Optional.of(valueOf(option, rest));
                case "--erasures" -> erasures = Optional.of(Path.of(valueOf(option, rest)));
                case "--events" -> events = Events.of(valueOf(option, rest));
                default ->
                    throw CannotStart.refused("There is no option '%s'. ./start --help lists them.".formatted(option));
            }
        }
        var axonServers = environment.getOrDefault("AXON_AXONSERVER_SERVERS", "127.0.0.1:8124");
        data = data.toAbsolutePath().normalize();
        var recovery = new Recovery(
                archive, erasures.orElse(DataFolder.erasuresOf(data)).toAbsolutePath());
        return new Options(port, host, data, events, axonServers, observe, recovery);
    }

    /** Whether only this machine can reach the gateway. */
    boolean loopback() {
        return address().isLoopbackAddress();
    }

    InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw CannotStart.refused("The host '%s' is not an address of this machine.".formatted(host));
        }
    }

    /** The host as clients on this machine must write it. */
    String reachableHost() {
        if (address().isAnyLocalAddress()) return "127.0.0.1";
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** The system's address for clients on this machine. */
    String url() {
        return "http://%s:%d".formatted(reachableHost(), port);
    }

    Options withPort(int chosen) {
        return new Options(chosen, host, data, events, axonServers, observe, recovery);
    }

    private static String valueOf(String option, ArrayDeque<String> rest) {
        var value = rest.poll();
        if (value == null || value.isBlank()) throw CannotStart.refused("%s needs a value.".formatted(option));
        return value;
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw CannotStart.refused("'%s' is not a port: it is a number from 0 to 65535.".formatted(text));
    }
}
