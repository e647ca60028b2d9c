package ilgam.work.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import ilgam.work.language.Status;

/** The same as {@link DatedWorkflow#shown}, in the simplest and slowest form. */
record NaiveShown(List<Definition> definitions) {

    List<Shown> shown() {
        var ids = new LinkedHashSet<String>();
        definitions.forEach(definition -> definition.statuses().forEach(status -> ids.add(status.id())));
        return ids.stream().flatMap(id -> shownOf(id).stream()).toList();
    }

    private List<Shown> shownOf(String id) {
        var all = new ArrayList<Shown>();
        for (int i = 0; i < definitions.size(); i++) {
            var from = all.isEmpty() ? Instant.MIN : definitions.get(i).at();
            var to = i + 1 == definitions.size()
                    ? Instant.MAX
                    : definitions.get(i + 1).at();
            if (to.equals(definitions.get(i).at())) continue;
            var shown = shownFor(id, i);
            var next = new Shown(id, from, to, shown, placeOf(shown, i));
            if (!all.isEmpty() && continued(all.getLast(), next)) {
                from = all.removeLast().from();
                next = new Shown(id, from, to, shown, next.place());
            }
            all.add(next);
        }
        return all;
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

    private static boolean continued(Shown shown, Shown next) {
        return shown.to().equals(next.from()) && shown.status().equals(next.status()) && shown.place() == next.place();
    }

    private static Optional<Status> status(Definition definition, String id) {
        return definition.statuses().stream()
                .filter(status -> status.id().equals(id))
                .findFirst();
    }
}
