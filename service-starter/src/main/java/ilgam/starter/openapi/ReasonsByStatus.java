package ilgam.starter.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import ilgam.starter.refusal.Refusal;

/** Why an operation may refuse a request, by the status of the answer. */
final class ReasonsByStatus {

    private final SortedMap<Integer, SortedSet<String>> reasons = new TreeMap<>();

    ReasonsByStatus add(int status, Refusal... more) {
        reasons.computeIfAbsent(status, _ -> new TreeSet<>())
                .addAll(Arrays.stream(more).map(Refusal::code).toList());
        return this;
    }

    /** Each as {@link Refuses} has it. */
    ReasonsByStatus addWritten(List<String> written) {
        for (var line : written) {
            var words = List.of(line.split(" "));
            reasons.computeIfAbsent(Integer.valueOf(words.getFirst()), _ -> new TreeSet<>())
                    .addAll(words.subList(1, words.size()));
        }
        return this;
    }

    Map<Integer, SortedSet<String>> byStatus() {
        return reasons;
    }
}
