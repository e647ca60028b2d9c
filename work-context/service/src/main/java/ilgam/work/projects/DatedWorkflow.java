package ilgam.work.projects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.Status;

import static java.util.Comparator.comparing;

/** All definitions of one project's workflow, and what each status id stands for at any instant. */
record DatedWorkflow(List<Definition> definitions) {

    record Definition(Instant from, long sequence, List<Status> statuses, Map<String, String> successors) {

        Optional<Status> status(String id) {
            return statuses.stream().filter(status -> status.id().equals(id)).findFirst();
        }
    }

    /**
     * What a status id stands for during a span of time.
     *
     * @param from null: since ever
     * @param to null: until further notice
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
        var ids = new LinkedHashSet<String>();
        definitions.forEach(definition -> definition.statuses().forEach(status -> ids.add(status.id())));
        return ids.stream().flatMap(id -> meaningsOf(id).stream()).toList();
    }

    private List<Meaning> meaningsOf(String id) {
        var meanings = new ArrayList<Meaning>();
        for (int i = 0; i < definitions.size(); i++) {
            var from = meanings.isEmpty() ? null : definitions.get(i).from();
            var to = i + 1 == definitions.size() ? null : definitions.get(i + 1).from();
            if (to != null && to.equals(definitions.get(i).from())) continue;
            var shown = shownFor(id, i);
            var next = new Meaning(id, from, to, shown, placeOf(shown, i));
            if (!meanings.isEmpty() && meanings.getLast().continuedBy(next)) {
                from = meanings.removeLast().from();
                next = new Meaning(id, from, to, shown, next.place());
            }
            meanings.add(next);
        }
        return meanings;
    }

    /** Itself; before its first definition what that says; once retired what its successor stands for. */
    private Status shownFor(String id, int at) {
        var seen = new HashSet<String>();
        var shown = id;
        while (seen.add(shown)) {
            var current = definitions.get(at).status(shown);
            if (current.isPresent()) return current.get();
            var successor = successorOf(shown, at);
            if (successor.isEmpty() || !isKnown(successor.get())) break;
            shown = successor.get();
        }
        return lastKnown(shown, at);
    }

    private Optional<String> successorOf(String id, int at) {
        for (int i = at; i > 0; i--)
            if (definitions.get(i - 1).status(id).isPresent())
                return Optional.ofNullable(definitions.get(i).successors().get(id));
        return Optional.empty();
    }

    private boolean isKnown(String id) {
        return definitions.stream().anyMatch(definition -> definition.status(id).isPresent());
    }

    private Status lastKnown(String id, int at) {
        var backThenForth = IntStream.concat(
                IntStream.rangeClosed(1, at).map(back -> at - back), IntStream.range(at, definitions.size()));
        return backThenForth
                .mapToObj(i -> definitions.get(i).status(id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private int placeOf(Status shown, int at) {
        var place = definitions.get(at).statuses().indexOf(shown);
        return place >= 0 ? place : definitions.get(at).statuses().size();
    }
}
