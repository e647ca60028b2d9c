package ilgam.work.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ilgam.work.language.Status;

/** The same as {@link DatedWorkflow#meanings}, in the simplest and slowest form. */
final class NaiveMeanings {

    private final List<Definition> definitions;

    NaiveMeanings(List<Definition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    List<Meaning> meanings() {
        return definitions.stream()
                .flatMap(definition -> definition.statuses().stream())
                .map(Status::id)
                .distinct()
                .flatMap(this::meanings)
                .toList();
    }

    /** Entry by entry, as long as the meanings of the earlier entry apply to the later one too. */
    private Stream<Meaning> meanings(String status) {
        var meanings = new ArrayList<Meaning>();
        for (int entry = 0; entry < definitions.size(); ) {
            var reached = reached(status, entry);
            int next = entry + 1;
            while (next < definitions.size()
                    && reached(status, next).equals(reached.subList(next - entry, reached.size()))) next++;
            meanings.addAll(dated(status, entry, next, reached));
            entry = next;
        }
        return meanings.stream();
    }

    /** The statuses of an item that entered the status in a period, in that period and each later one. */
    private List<Status> reached(String status, int entry) {
        return IntStream.range(entry, definitions.size())
                .mapToObj(period -> meaning(forwarded(status, entry, period), period))
                .toList();
    }

    private List<Meaning> dated(String status, int entry, int nextEntry, List<Status> reached) {
        var dated = new ArrayList<Meaning>();
        if (!start(entry).isBefore(start(nextEntry))) return dated;
        for (int first = 0; first < reached.size(); ) {
            int next = first + 1;
            while (next < reached.size() && sameMeaning(reached.get(next), reached.get(first))) next++;
            var from = start(entry + first);
            var to = start(entry + next);
            if (from.isBefore(to))
                dated.add(new Meaning(
                        status,
                        start(entry),
                        start(nextEntry),
                        from,
                        to,
                        reached.get(first).name(),
                        reached.get(first).category()));
            first = next;
        }
        return dated;
    }

    private String forwarded(String status, int entry, int period) {
        var current = status;
        for (int now = entry; now <= period; now++) current = forwarded(current, now);
        return current;
    }

    /** Follows successors within one period. As many steps as there are definitions are enough to end a cycle. */
    private String forwarded(String status, int period) {
        var current = status;
        for (int steps = 0; steps <= definitions.size(); steps++) {
            var successor = successor(current, period);
            if (successor.isEmpty()) return current;
            current = successor.get();
        }
        return current;
    }

    private Optional<String> successor(String status, int period) {
        if (find(definitions.get(period), status).isPresent()) return Optional.empty();
        return definitions.subList(0, period + 1).reversed().stream()
                .takeWhile(definition -> find(definition, status).isEmpty())
                .flatMap(definition -> Stream.ofNullable(definition.successors().get(status)))
                .filter(this::isKnown)
                .findFirst();
    }

    private boolean isKnown(String status) {
        return definitions.stream()
                .anyMatch(definition -> find(definition, status).isPresent());
    }

    private Status meaning(String status, int period) {
        var until = definitions.subList(0, period + 1).reversed().stream();
        var after = definitions.subList(period + 1, definitions.size()).stream();
        return Stream.concat(until, after)
                .flatMap(definition -> find(definition, status).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No definition names the status " + status + "."));
    }

    private static Optional<Status> find(Definition definition, String id) {
        return definition.statuses().stream()
                .filter(status -> status.id().equals(id))
                .findFirst();
    }

    private static boolean sameMeaning(Status one, Status other) {
        return one.name().equals(other.name()) && one.category() == other.category();
    }

    private Instant start(int period) {
        if (period == 0) return Instant.MIN;
        return period < definitions.size() ? definitions.get(period).at() : Instant.MAX;
    }
}
