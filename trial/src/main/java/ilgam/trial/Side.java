package ilgam.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One of two builds that are compared, with the same members and items as the other. */
final class Side implements AutoCloseable {

    static final String PROJECT = "CMP";
    static final String PASSWORD = "seven kettles sing at noon";

    private static final int MEMBERS = 32;
    private static final int ITEMS = 3_000;
    private static final Instant BEGAN = Instant.parse("2026-06-01T09:00:00Z");
    private static final List<String> WAY = List.of("To do", "In progress", "In review", "Done");
    private static final Duration PREPARES = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final double QUIET_CPU_SECONDS = 0.05;

    private final RunningSystem system;
    private final List<Client> members = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private Side(RunningSystem system) {
        this.system = system;
    }

    /**
     * Starts the build in this checkout twice on an empty folder, because the first start prepares what later ones use.
     */
    static Side start(Path checkout, Path data) {
        try (var first = RunningSystem.startAnother(checkout, data)) {
            pause(PREPARES);
            first.awaitPrepared();
        }
        var side = new Side(RunningSystem.startAnother(checkout, data));
        side.fill();
        return side;
    }

    /** The folder, emptied if it exists. */
    static Path fresh(Path folder) throws IOException {
        if (!Files.exists(folder)) return folder;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        return folder;
    }

    RunningSystem system() {
        return system;
    }

    List<Client> members() {
        return members;
    }

    /** The key of an existing item, a different one each time. */
    String key() {
        return keys.get(next.getAndIncrement() % keys.size());
    }

    /** A status that differs from the one returned for the same item before. */
    String status() {
        return WAY.get(next.get() / keys.size() % WAY.size());
    }

    int number() {
        return next.incrementAndGet();
    }

    private void fill() {
        for (var n = 0; n < MEMBERS; n++)
            members.add(system.client().join("member-%d@bench.example".formatted(n), PASSWORD, "Member " + n));
        load(PROJECT, 0, ITEMS);
        var me = members.getFirst().get("/api/members/me").text("id");
        for (var n = 0; n < 50; n++) {
            var task = Map.of("project", PROJECT, "title", "Mine " + n, "assignee", me, "dueOn", "2026-11-01");
            members.getFirst().post("/api/tasks", task).expect(201);
        }
        members.getFirst()
                .get("/api/work-items?limit=200&project=" + PROJECT)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> keys.add(item.path("key").asString()));
    }

    /** Imports items with names from this number on, and waits until the import is done. */
    Answer load(String project, int from, int count) {
        var items = new StringBuilder();
        var events = new StringBuilder();
        for (var n = from; n < from + count; n++) {
            var at = BEGAN.plusSeconds(600L * (n - from));
            items.append("""
                    {"id":"S-%d","project":"S","kind":"%s","title":"Mend part %d of the machine","created_at":"%s","reporter":"person-%d"}
                    """.formatted(n, n % 3 == 0 ? "issue" : "task", n, at, n % 20));
            events.append(event(n, 0, at, "created", null, null))
                    .append(event(n, 1, at, "priority", null, n % 2 == 0 ? "HIGH" : "NORMAL"))
                    .append(event(n, 2, at.plusSeconds(60), "assignee", null, "person-" + n % 17))
                    .append(event(n, 3, at.plusSeconds(60), "status", null, "To do"))
                    .append(event(n, 4, at.plusSeconds(7_200), "status", "To do", "In progress"));
            if (n % 5 != 0) events.append(event(n, 5, at.plusSeconds(90_000), "status", "In progress", "Done"));
        }
        var form = new Multipart()
                .field("project", project)
                .file("workflow", "workflow.json", """
                        {"statuses":[{"name":"To do","category":"todo"},{"name":"In progress","category":"doing"},
                        {"name":"In review","category":"doing"},{"name":"Done","category":"done"}]}
                        """.getBytes(UTF_8))
                .file("items", "items.ndjson", items.toString().getBytes(UTF_8))
                .file("events", "events.ndjson", events.toString().getBytes(UTF_8));
        var admin = members.getFirst();
        var path = admin.upload("/api/imports", form).expect(202).header("Location");
        var end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            var answer = admin.get(path).expect(200);
            if (answer.text("state").equals("done")) return answer;
            if (answer.text("state").equals("failed") || System.nanoTime() > end)
                throw new IllegalStateException("The import did not end well: " + answer.body());
            pause(LOOK);
        }
    }

    private static String event(
            int item, int seq, Instant at, String field, @Nullable String from, @Nullable String to) {
        return """
                {"item_id":"S-%d","seq":%d,"at":"%s","actor":"person-%d","field":"%s","from":%s,"to":%s}
                """.formatted(item, seq, at, item % 20, field, quoted(from), quoted(to));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    /** Waits until projections and other work that follows requests are done and the processors are idle. */
    void awaitQuiet() {
        var end = System.nanoTime() + LIMIT.toNanos();
        for (var before = Usage.of(system); System.nanoTime() < end; ) {
            pause(LOOK);
            var now = Usage.of(system);
            if (now.totalCpuSeconds() - before.totalCpuSeconds() < QUIET_CPU_SECONDS) return;
            before = now;
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        system.close();
    }
}
