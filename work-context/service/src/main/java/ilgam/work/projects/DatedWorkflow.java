package ilgam.work.projects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.Status;

import static java.util.Comparator.comparing;

/**
 * All definitions of one project's workflow, and the meaning of each status id at any instant. The definitions are read
 * once, in their order.
 */
record DatedWorkflow(List<Definition> definitions) {

    record Definition(Instant from, long sequence, List<Status> statuses, Map<String, String> successors) {}

    /**
     * The meaning of a status id during a range of time.
     *
     * @param from null: no lower bound
     * @param to null: no upper bound
     */
    record Meaning(
            String id, @Nullable Instant from, @Nullable Instant to, Status shown, int place) {

        private boolean continuedBy(Meaning next) {
            return Objects.equals(to, next.from) && shown.equals(next.shown) && place == next.place;
        }
    }

    DatedWorkflow {
        definitions = definitions.stream()
                .sorted(comparing(Definition::from).thenComparingLong(Definition::sequence))
                .toList();
    }

    List<Meaning> meanings() {
        var statuses = new Statuses();
        definitions.forEach(statuses::mention);
        var meanings = new LinkedHashMap<String, List<Meaning>>();
        for (int i = 0; i < definitions.size(); i++) {
            statuses.define(definitions.get(i));
            var from = definitions.get(i).from();
            var to = i + 1 == definitions.size() ? null : definitions.get(i + 1).from();
            if (!from.equals(to)) statuses.add(meanings, from, to);
        }
        return meanings.values().stream().flatMap(Collection::stream).toList();
    }

    /** The statuses after each definition in turn. */
    private static final class Statuses {

        /** Every status by its latest definition; before its first one by that. */
        private final Map<String, Status> lastKnown = new LinkedHashMap<>();

        private final Map<String, String> successors = new HashMap<>();
        private Map<String, Integer> places = Map.of();
        private Map<String, Status> shown = new HashMap<>();

        private void mention(Definition definition) {
            definition.statuses().forEach(status -> lastKnown.putIfAbsent(status.id(), status));
        }

        private void define(Definition definition) {
            var before = places.keySet();
            places = new HashMap<>();
            shown = new HashMap<>();
            for (var status : definition.statuses()) {
                places.put(status.id(), places.size());
                lastKnown.put(status.id(), status);
                successors.remove(status.id());
            }
            for (var status : before) {
                var successor = definition.successors().get(status);
                if (!places.containsKey(status) && successor != null && lastKnown.containsKey(successor))
                    successors.put(status, successor);
            }
        }

        private void add(Map<String, List<Meaning>> meanings, Instant from, @Nullable Instant to) {
            for (var id : lastKnown.keySet()) {
                var ofId = meanings.computeIfAbsent(id, _ -> new ArrayList<>());
                var status = shownFor(id);
                var place = places.getOrDefault(status.id(), places.size());
                var next = new Meaning(id, ofId.isEmpty() ? null : from, to, status, place);
                if (!ofId.isEmpty() && ofId.getLast().continuedBy(next))
                    next = new Meaning(id, ofId.removeLast().from(), to, status, place);
                ofId.add(next);
            }
        }

        /**
         * The status itself; before its first definition, that one; once retired, the one that its successor stands
         * for.
         */
        private Status shownFor(String id) {
            var way = new ArrayList<String>();
            var last = id;
            while (!shown.containsKey(last) && !places.containsKey(last) && successors.containsKey(last)) {
                shown.put(last, known(last)); // ends a cycle
                way.add(last);
                last = successors.get(last);
            }
            var status = shown.getOrDefault(last, known(last));
            way.forEach(passed -> shown.put(passed, status));
            return status;
        }

        private Status known(String id) {
            return Objects.requireNonNull(lastKnown.get(id));
        }
    }
}
