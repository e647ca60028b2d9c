package ilgam.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One Java process of the system: its jar, heap, management port and properties. */
record Service(String name, String module, int heapMegabytes, int managementPort, Map<String, String> properties) {

    /**
     * The parallelism of virtual threads. While a class is loaded, virtual threads that wait for it pin their carriers,
     * and the loading one may need a carrier to finish; the default of one carrier for each processor can deadlock on a
     * small machine.
     */
    private static final String CARRIERS = "-Djdk.virtualThreadScheduler.parallelism=8";

    /** The short name for operators: the bounded context, or gateway. */
    String context() {
        return name.replace("-context", "");
    }

    /** Settings that every process gets, and those of its own. */
    record Wiring(
            Options options,
            PostgresServer postgres,
            Secrets secrets,
            int registryPort,
            List<Integer> managementPorts,
            Path outbox) {

        static final int SERVICES = 4;

        List<Service> services() {
            return Stream.concat(contexts().stream(), Stream.of(gateway())).toList();
        }

        List<Service> contexts() {
            return List.of(
                    context("member-context", "member-context/service", "member", 256, managementPorts.get(0)),
                    context("work-context", "work-context/service", "work", 384, managementPorts.get(1)),
                    context("dashboard-context", "dashboard-context", "dashboard", 384, managementPorts.get(2)));
        }

        Service gateway() {
            var properties = new TreeMap<String, String>();
            properties.put("server.address", options.host());
            properties.put("server.port", Integer.toString(options.port()));
            properties.put("ilgam.registry.port", Integer.toString(registryPort));
            properties.put("ilgam.service-key", secrets.serviceKey());
            properties.put("ilgam.registry.password", secrets.registryPassword());
            return managed("gateway", "gateway", 128, managementPorts.get(3), properties);
        }

        private Service context(String name, String module, String role, int heapMegabytes, int managementPort) {
            var database = Databases.of(role);
            var properties = new TreeMap<String, String>();
            login("spring.datasource", database, database, properties);
            properties.put("ilgam.events", options.events().toString());
            switch (options.events()) {
                case EMBEDDED -> login("ilgam.event-store", Databases.EVENTS, database, properties);
                case AXON_SERVER -> properties.put("axon.axonserver.servers", options.axonServers());
            }
            properties.put("ilgam.security.public-key", "file:" + secrets.publicKey());
            properties.put("server.address", "127.0.0.1");
            properties.put("server.port", "0");
            properties.put(
                    "eureka.client.service-url.defaultZone", "http://127.0.0.1:%d/eureka/".formatted(registryPort));
            properties.put("ilgam.service-key", secrets.serviceKey());
            properties.put("ilgam.registry.password", secrets.registryPassword());
            if (role.equals("member")) {
                properties.put("ilgam.member.signing-key", "file:" + secrets.signingKey());
                if (System.getenv("ILGAM_PUBLIC_URL") == null) properties.put("ilgam.public-url", options.url());
                properties.put("ilgam.mail.outbox", outbox.toString());
                properties.put(
                        "ilgam.member.erasures", options.recovery().erasures().toString());
                if (!options.loopback()) properties.put("ilgam.member.setup-code", secrets.setupCode());
            }
            return managed(name, module, heapMegabytes, managementPort, properties);
        }

        private static Service managed(
                String name, String module, int heapMegabytes, int managementPort, Map<String, String> properties) {
            properties.put("management.server.address", "127.0.0.1");
            properties.put("management.server.port", Integer.toString(managementPort));
            return new Service(name, module, heapMegabytes, managementPort, properties);
        }

        private void login(String prefix, String database, String role, Map<String, String> properties) {
            properties.put(prefix + ".url", postgres.url(database));
            properties.put(prefix + ".username", role);
            properties.put(prefix + ".password", secrets.password(role));
        }
    }

    /** The same service on another management port, because this one is taken. */
    Service onFreePort() {
        int port = Ports.preferably(managementPort);
        if (port == managementPort) return this;
        var moved = new TreeMap<>(properties);
        moved.put("management.server.port", Integer.toString(port));
        return new Service(name, module, heapMegabytes, port, moved);
    }

    /** The same service for a training run, which binds no fixed port. */
    Service training() {
        var rehearsal = new TreeMap<>(properties);
        rehearsal.put("server.port", "0");
        rehearsal.put("management.server.port", "0");
        if (properties.containsKey("ilgam.registry.port"))
            rehearsal.put("ilgam.registry.port", Integer.toString(Ports.anyFree()));
        return new Service(name, module, heapMegabytes, 0, rehearsal);
    }

    /**
     * Memory settings: a small heap that grows little, as a small company needs no more, and native memory that is
     * returned to the system twice a minute. They are part of a {@link WarmStart}'s key, because its cache depends on
     * the heap's layout.
     */
    List<String> memory() {
        return List.of(
                "-XX:InitialHeapSize=" + heapMegabytes / 8 + "m",
                "-XX:NewSize=" + heapMegabytes / 24 + "m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:MetaspaceSize=192m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=5",
                "-XX:MaxHeapFreeRatio=10",
                "-XX:-ShrinkHeapInSteps",
                "-XX:TrimNativeHeapInterval=30000");
    }

    /** Passes secrets by the environment, which only this user can read; every user can read a command line. */
    ProcessBuilder process(List<String> arguments, Path scratch) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(memory());
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                CARRIERS,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + scratch));
        command.addAll(arguments);
        var process = new ProcessBuilder(command);
        process.environment().put("SPRING_APPLICATION_JSON", Json.of(properties));
        // The C library would create up to eight mostly empty memory arenas for each processor.
        process.environment().put("MALLOC_ARENA_MAX", "2");
        return process.directory(scratch.toFile()).redirectErrorStream(true);
    }
}
