package ilgam.standalone.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Measures another revision's build and this one against each other: both run side by side on the same machine and take
 * turns, so that what else the machine does meets both alike. Prints the CPU time of all processes per request.
 */
final class RevisionBenchmark {

    private static final int PAIRS = Integer.getInteger("ilgam.pairs", 5);
    private static final double DEARER = 1.10;
    private static final int IMPORTED = 200;

    private static final List<Operation> OPERATIONS = List.of(
            new Operation(
                    "create",
                    200,
                    4,
                    (side, member) -> member.post(
                            "/api/tasks",
                            Map.of(
                                    "project",
                                    Side.PROJECT,
                                    "title",
                                    "A task",
                                    "description",
                                    "What is to be done. ".repeat(20)))),
            new Operation(
                    "change",
                    200,
                    4,
                    (side, member) ->
                            member.patch("/api/work-items/" + side.key(), Map.of("title", "Title " + side.number()))),
            new Operation(
                    "move",
                    200,
                    4,
                    (side, member) ->
                            member.put("/api/work-items/" + side.key() + "/status", Map.of("status", side.status()))),
            new Operation(
                    "comment",
                    200,
                    4,
                    (side, member) -> member.post(
                            "/api/work-items/" + side.key() + "/comments", Map.of("text", "Seen. ".repeat(20)))),
            new Operation("read", 1_000, 4, (side, member) -> member.get("/api/work-items/" + side.key())),
            new Operation(
                    "history", 500, 4, (side, member) -> member.get("/api/work-items/" + side.key() + "/history")),
            new Operation(
                    "list", 300, 4, (side, member) -> member.get("/api/work-items?limit=50&project=" + Side.PROJECT)),
            new Operation(
                    "search",
                    100,
                    4,
                    (side, member) -> member.get("/api/work-items?limit=50&text=machine&project=" + Side.PROJECT)),
            new Operation(
                    "as-of",
                    200,
                    4,
                    (side, member) ->
                            member.get("/api/work-items?limit=50&at=2026-06-10T00:00:00Z&project=" + Side.PROJECT)),
            new Operation(
                    "my-work",
                    500,
                    4,
                    (side, member) -> side.members().getFirst().get("/api/my-work")),
            new Operation(
                    "summary", 100, 4, (side, member) -> member.get("/api/dashboard/summary?project=" + Side.PROJECT)),
            new Operation(
                    "flow",
                    50,
                    4,
                    (side, member) -> member.get(
                            "/api/dashboard/flow?from=2026-06-01T00:00:00Z&to=2026-08-30T00:00:00Z&step=day&project="
                                    + Side.PROJECT)),
            new Operation(
                    "cycle-times",
                    50,
                    4,
                    (side, member) -> member.get(
                            "/api/dashboard/cycle-times?from=2026-06-01T00:00:00Z&to=2026-08-30T00:00:00Z&project="
                                    + Side.PROJECT)),
            new Operation("who-am-i", 1_000, 4, (side, member) -> member.get("/api/session")),
            new Operation("directory", 300, 4, (side, member) -> member.get("/api/members?limit=50")),
            // One at a time: the gateway lets an address log in 20 times a second.
            new Operation(
                    "log-in",
                    40,
                    1,
                    (side, member) -> side.system()
                            .client()
                            .post(
                                    "/api/session",
                                    Map.of("email", "member-1@bench.example", "password", Side.PASSWORD))),
            new Operation("import", 1, 1, (side, member) -> side.load("IMP", IMPORTED * side.number(), IMPORTED)));

    /** What is asked of both, how often in a turn, and over how many connections at once. */
    private record Operation(String name, int times, int connections, BiFunction<Side, Client, Answer> request) {

        Turn measure(Side side) {
            side.awaitQuiet();
            var before = Usage.of(side.system());
            var outcome = new Load(name, client -> request.apply(side, client))
                    .run(side.system(), side.members(), connections, times);
            side.awaitQuiet();
            var cpu = Usage.of(side.system()).totalCpuSeconds() - before.totalCpuSeconds();
            return new Turn(1000 * cpu / times, outcome.failures());
        }
    }

    private record Turn(double cpuMillis, int failures) {}

    private record Pair(Turn other, Turn mine) {

        double ratio() {
            return mine.cpuMillis / other.cpuMillis;
        }

        int failures() {
            return other.failures + mine.failures;
        }
    }

    private RevisionBenchmark() {}

    /** The other revision's name, the folder where it is built, and the operations to measure: none named are all. */
    static void main(String[] arguments) throws IOException {
        var name = arguments[0];
        var checkout = Path.of(arguments[1]);
        var asked = List.of(arguments).subList(2, arguments.length);
        var operations = OPERATIONS.stream()
                .filter(operation -> asked.isEmpty() || asked.contains(operation.name))
                .toList();
        if (operations.isEmpty() || !names().toList().containsAll(asked)) {
            System.err.println("ilgam: operations are " + String.join(", ", names().toList()) + ".");
            System.exit(2);
        }
        var data = Path.of("target/compare");
        try (var other = Side.start(checkout, fresh(data.resolve("other-data")));
                var mine = Side.start(Path.of(""), fresh(data.resolve("data")))) {
            report(name, measure(operations, other, mine));
        }
    }

    private static Stream<String> names() {
        return OPERATIONS.stream().map(Operation::name);
    }

    private static Map<Operation, List<Pair>> measure(List<Operation> operations, Side other, Side mine) {
        var pairs = new LinkedHashMap<Operation, List<Pair>>();
        for (var operation : operations) { // once for nothing: what is cold now is not in a minute
            operation.measure(other);
            operation.measure(mine);
        }
        for (var n = 0; n < PAIRS; n++) {
            for (var operation : operations)
                pairs.computeIfAbsent(operation, first -> new ArrayList<>())
                        .add(n % 2 == 0 ? otherFirst(operation, other, mine) : mineFirst(operation, other, mine));
            System.err.printf("ilgam: pair %d of %d measured%n", n + 1, PAIRS);
        }
        return pairs;
    }

    private static Pair otherFirst(Operation operation, Side other, Side mine) {
        var first = operation.measure(other);
        return new Pair(first, operation.measure(mine));
    }

    private static Pair mineFirst(Operation operation, Side other, Side mine) {
        var first = operation.measure(mine);
        return new Pair(operation.measure(other), first);
    }

    private static void report(String name, Map<Operation, List<Pair>> measured) {
        System.out.println("operation | %s: CPU ms | now: CPU ms | ratio | lowest | highest | failed".formatted(name));
        System.out.println("--- | ---: | ---: | ---: | ---: | ---: | ---:");
        var dearer = new ArrayList<String>();
        measured.forEach((operation, pairs) -> {
            var ratios = pairs.stream().map(Pair::ratio).sorted().toList();
            System.out.println("%s | %.2f | %.2f | %.2f | %.2f | %.2f | %d"
                    .formatted(
                            operation.name,
                            median(pairs.stream().map(pair -> pair.other.cpuMillis)),
                            median(pairs.stream().map(pair -> pair.mine.cpuMillis)),
                            median(ratios.stream()),
                            ratios.getFirst(),
                            ratios.getLast(),
                            pairs.stream().mapToInt(Pair::failures).sum()));
            if (median(ratios.stream()) > DEARER) dearer.add(operation.name);
        });
        System.out.println("\nDearer than 10 %: " + (dearer.isEmpty() ? "none" : String.join(", ", dearer)));
    }

    private static double median(Stream<Double> values) {
        var sorted = values.sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static Path fresh(Path folder) throws IOException {
        if (!Files.exists(folder)) return folder;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        return folder;
    }
}
