package ilgam.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares another revision's build with this one: both run side by side on the same machine and take turns, so that
 * other load affects both alike. Prints the CPU time of all processes per request.
 */
final class RevisionBenchmark {

    private static final int PAIRS = Integer.getInteger("ilgam.pairs", 5);
    private static final double DEARER = 1.10;

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

    /**
     * Arguments: the other revision's name, the folder of its build, and the operations to measure; without any, all of
     * them.
     */
    static void main(String[] arguments) throws IOException {
        var name = arguments[0];
        var checkout = Path.of(arguments[1]);
        var asked = List.of(arguments).subList(2, arguments.length);
        var operations = Operation.ALL.stream()
                .filter(operation -> asked.isEmpty() || asked.contains(operation.name()))
                .toList();
        if (operations.isEmpty() || !names().toList().containsAll(asked)) {
            System.err.println("ilgam: operations are " + String.join(", ", names().toList()) + ".");
            System.exit(2);
        }
        var data = Path.of("target/compare");
        try (var other = Side.start(checkout, Side.fresh(data.resolve("other-data")));
                var mine = Side.start(Path.of(""), Side.fresh(data.resolve("data")))) {
            report(name, measure(operations, other, mine));
        }
    }

    private static Stream<String> names() {
        return Operation.ALL.stream().map(Operation::name);
    }

    private static Map<Operation, List<Pair>> measure(List<Operation> operations, Side other, Side mine) {
        var pairs = new LinkedHashMap<Operation, List<Pair>>();
        for (var operation : operations) { // warm-up
            measure(operation, other);
            measure(operation, mine);
        }
        for (var n = 0; n < PAIRS; n++) {
            for (var operation : operations)
                pairs.computeIfAbsent(operation, first -> new ArrayList<>())
                        .add(n % 2 == 0 ? otherFirst(operation, other, mine) : mineFirst(operation, other, mine));
            System.err.printf("ilgam: pair %d of %d measured%n", n + 1, PAIRS);
        }
        return pairs;
    }

    private static Turn measure(Operation operation, Side side) {
        side.awaitQuiet();
        var before = Usage.of(side.system());
        var outcome = operation.on(side).run(side.system(), side.members(), operation.connections(), operation.times());
        side.awaitQuiet();
        var cpu = Usage.of(side.system()).totalCpuSeconds() - before.totalCpuSeconds();
        return new Turn(1000 * cpu / operation.times(), outcome.failures());
    }

    private static Pair otherFirst(Operation operation, Side other, Side mine) {
        var first = measure(operation, other);
        return new Pair(first, measure(operation, mine));
    }

    private static Pair mineFirst(Operation operation, Side other, Side mine) {
        var first = measure(operation, mine);
        return new Pair(measure(operation, other), first);
    }

    private static void report(String name, Map<Operation, List<Pair>> measured) {
        System.out.println("operation | %s: CPU ms | now: CPU ms | ratio | lowest | highest | failed".formatted(name));
        System.out.println("--- | ---: | ---: | ---: | ---: | ---: | ---:");
        var dearer = new ArrayList<String>();
        measured.forEach((operation, pairs) -> {
            var ratios = pairs.stream().map(Pair::ratio).sorted().toList();
            System.out.println("%s | %.2f | %.2f | %.2f | %.2f | %.2f | %d"
                    .formatted(
                            operation.name(),
                            median(pairs.stream().map(pair -> pair.other.cpuMillis)),
                            median(pairs.stream().map(pair -> pair.mine.cpuMillis)),
                            median(ratios.stream()),
                            ratios.getFirst(),
                            ratios.getLast(),
                            pairs.stream().mapToInt(Pair::failures).sum()));
            if (median(ratios.stream()) > DEARER) dearer.add(operation.name());
        });
        System.out.println("\nDearer than 10 %: " + (dearer.isEmpty() ? "none" : String.join(", ", dearer)));
    }

    private static double median(Stream<Double> values) {
        var sorted = values.sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
