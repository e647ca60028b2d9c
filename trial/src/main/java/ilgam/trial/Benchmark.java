package ilgam.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures the whole system on this machine and prints tables: start, idle cost, requests, growth, a large import, and
 * whether response times disclose who has an account.
 */
final class Benchmark {

    private static final int CONNECTIONS = 8;
    private static final int MEMBERS = 64;
    private static final Duration LOAD = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration BEGINS_TO_PREPARE = Duration.ofSeconds(30);
    private static final String PASSWORD = "seven kettles sing at noon";
    private static final Set<String> ALL = Set.of("start", "idle", "requests", "members", "secrecy", "import");
    private static final Set<String> CROWDED = Set.of("requests", "members", "secrecy");

    private final Path data;
    private final Path set;
    private RunningSystem system;

    private Benchmark(Path data, Path set) {
        this.data = data;
        this.set = set;
        this.system = RunningSystem.start(data);
        say("first start: %.1f s".formatted(seconds(system.startedIn())));
    }

    static void main(String[] arguments) throws IOException {
        var parts = arguments.length == 0 ? ALL : Set.of(arguments);
        if (!ALL.containsAll(parts)) {
            System.err.println(
                    "ilgam: name which of start, idle, requests, members, secrecy and import to measure, or nothing for all.");
            System.exit(2);
        }
        var set = Path.of(System.getProperty("ilgam.data", "../shared/data"), "servicenow");
        var benchmark = new Benchmark(fresh(Path.of("target/benchmark-data")), set);
        try {
            benchmark.prepare();
            if (parts.contains("start")) benchmark.warmStarts();
            if (parts.contains("idle")) benchmark.idle("idle, a minute after the start");
            var members = benchmark.members(Collections.disjoint(parts, CROWDED) ? 1 : MEMBERS);
            if (parts.contains("requests")) benchmark.requests(members);
            if (parts.contains("members")) new Growth(benchmark.system, PASSWORD).measure(members);
            if (parts.contains("secrecy")) new Secrecy(benchmark.system).measure();
            if (parts.contains("import")) benchmark.whole(members.getFirst());
            if (parts.contains("import") && parts.contains("idle")) benchmark.idle("idle, after the import");
        } finally {
            benchmark.system.close();
        }
    }

    /** The first start of a build prepares in the background what later starts use. */
    private void prepare() {
        pause(BEGINS_TO_PREPARE);
        system.awaitPrepared();
        system.close();
        system = RunningSystem.start(data);
    }

    private void warmStarts() {
        for (var n = 1; n <= 3; n++) {
            system.close();
            system = RunningSystem.start(data);
            say("warm start %d: %.1f s, %.1f CPU s"
                    .formatted(n, seconds(system.startedIn()), Usage.of(system).totalCpuSeconds()));
        }
    }

    /** Signs members up, the first as administrator; each has its own rate limit. */
    private List<Client> members(int count) {
        var members = new ArrayList<Client>();
        for (var n = 0; n < count; n++)
            members.add(system.client().join("member-%d@bench.example".formatted(n), PASSWORD, "Member " + n));
        return members;
    }

    private void idle(String title) {
        pause(IDLE);
        var before = Usage.of(system);
        pause(IDLE);
        var after = Usage.of(system);
        say("\n%s | PSS MB | CPU %% of a core".formatted(title));
        say("--- | ---: | ---:");
        var cpu = after.cpuSince(before);
        after.megabytes()
                .forEach((name, megabytes) -> say("%s | %.0f | %.2f"
                        .formatted(name, megabytes, 100 * cpu.getOrDefault(name, 0.0) / IDLE.toSeconds())));
        say("**all** | **%.0f** | **%.2f**"
                .formatted(
                        after.totalMegabytes(),
                        100 * (after.totalCpuSeconds() - before.totalCpuSeconds()) / IDLE.toSeconds()));
    }

    private void requests(List<Client> members) {
        var admin = members.getFirst();
        admin.post("/api/projects", Map.of("key", "LOAD", "name", "Load", "visibility", "open"))
                .expect(201);
        var key = admin.post("/api/tasks", Map.of("project", "LOAD", "title", "Read again and again"))
                .expect(201)
                .text("key");
        var loads = List.of(
                new Load("create", client -> client.post("/api/tasks", Map.of("project", "LOAD", "title", "A task"))),
                new Load("read", client -> client.get("/api/tasks/" + key)),
                new Load("my work", client -> client.get("/api/my-work")),
                new Load("summary", client -> client.get("/api/dashboard/summary?project=LOAD")));
        say("\nrequest, %d connections | requests/s | CPU ms each | median ms | p99 ms | failed"
                .formatted(CONNECTIONS));
        say("--- | ---: | ---: | ---: | ---: | ---:");
        for (var load : loads) {
            load.run(system, members, CONNECTIONS, LOAD.dividedBy(2));
            var outcome = load.run(system, members, CONNECTIONS, LOAD);
            say("%s | %.0f | %.2f | %.1f | %.1f | %d"
                    .formatted(
                            outcome.name(),
                            outcome.perSecond(),
                            outcome.cpuMillisEach(),
                            outcome.median(),
                            outcome.p99(),
                            outcome.failures()));
        }
    }

    /** From the first byte sent until the dashboard shows every item in its final state. */
    private void whole(Client admin) {
        if (!Files.isDirectory(set)) {
            say("\nimport: skipped, there is no " + set);
            return;
        }
        var before = Usage.of(system);
        var began = System.nanoTime();
        var form = new Multipart()
                .field("project", "SN")
                .file("workflow", set.resolve("workflow.json"))
                .file("items", set.resolve("items.ndjson.gz"))
                .file("events", set.resolve("events.ndjson.gz"));
        var path = admin.upload("/api/imports", form).expect(202).header("Location");
        var peak = new TreeMap<String, Double>();
        say("\nimport: s | items | dashboard | PSS MB: "
                + String.join(" ", before.megabytes().keySet()));
        var state = admin.get(path).json();
        for (var next = 10; ; ) {
            var now = Usage.of(system);
            now.megabytes().forEach((name, megabytes) -> peak.merge(name, megabytes, Math::max));
            state = admin.get(path).json();
            var elapsed = (System.nanoTime() - began) / 1e9;
            var closed = closed(admin);
            if (elapsed >= next) {
                next += 10;
                say("%.0f | %s | %d | %s"
                        .formatted(
                                elapsed,
                                state.path("items").path("done"),
                                closed,
                                now.megabytes().values().stream()
                                        .map("%.0f"::formatted)
                                        .toList()));
            }
            var done = state.path("state").asString();
            if (done.equals("failed")) throw new IllegalStateException("The import failed: " + state);
            if (done.equals("done")
                    && closed == state.path("items").path("total").asInt()) break;
            pause(Duration.ofSeconds(1));
        }
        var elapsed = (System.nanoTime() - began) / 1e9;
        var after = Usage.of(system);
        say("\nimport of %s items, %s events: %.1f s until the dashboard has it all"
                .formatted(
                        state.path("items").path("total"), state.path("events").path("total"), elapsed));
        say("\nprocess | CPU s | highest PSS MB");
        say("--- | ---: | ---:");
        after.cpuSince(before)
                .forEach((name, cpu) -> say("%s | %.1f | %.0f".formatted(name, cpu, peak.getOrDefault(name, 0.0))));
    }

    /** The number of finished items on the dashboard: in the end, all items of this set. */
    private static int closed(Client admin) {
        return admin.get("/api/dashboard/flow?project=SN&at=2026-01-01T00:00:00Z")
                .json()
                .path("points")
                .path(0)
                .path("byStatus")
                .path("Closed")
                .asInt();
    }

    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
        return folder;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
