package ilgam.work.projects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import ilgam.work.language.Status;
import ilgam.work.projects.DatedWorkflow.Definition;
import ilgam.work.projects.DatedWorkflow.Meaning;

/** The same as {@link DatedWorkflow}, as plainly as can be said and at the cost that this has. */
record NaiveDatedWorkflow(List<Definition> definitions) {

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
            if (!meanings.isEmpty() && continued(meanings.getLast(), next)) {
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
            var current = status(definitions.get(at), shown);
            if (current.isPresent()) return current.get();
            var successor = successorOf(shown, at);
            if (successor.isEmpty() || !isKnown(successor.get())) break;
            shown = successor.get();
        }
        return lastKnown(shown, at);
    }

    private Optional<String> successorOf(String id, int at) {
        for (int i = at; i > 0; i--)
            if (status(definitions.get(i - 1), id).isPresent())
                return Optional.ofNullable(definitions.get(i).successors().get(id));
        return Optional.empty();
    }

    private boolean isKnown(String id) {
        return definitions.stream()
                .anyMatch(definition -> status(definition, id).isPresent());
    }

    private Status lastKnown(String id, int at) {
        var backThenForth = IntStream.concat(
                IntStream.rangeClosed(1, at).map(back -> at - back), IntStream.range(at, definitions.size()));
        return backThenForth
                .mapToObj(i -> status(definitions.get(i), id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private int placeOf(Status shown, int at) {
        var place = definitions.get(at).statuses().indexOf(shown);
        return place >= 0 ? place : definitions.get(at).statuses().size();
    }

    private static boolean continued(Meaning meaning, Meaning next) {
        return Objects.equals(meaning.to(), next.from())
                && meaning.shown().equals(next.shown())
                && meaning.place() == next.place();
    }

    private static Optional<Status> status(Definition definition, String id) {
        return definition.statuses().stream()
                .filter(status -> status.id().equals(id))
                .findFirst();
    }
}
