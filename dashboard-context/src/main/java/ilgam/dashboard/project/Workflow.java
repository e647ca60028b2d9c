package ilgam.dashboard.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import ilgam.work.language.Status;

/**
 * A project's workflow over all time, from its definitions in their order.
 *
 * <p>A status' first definition also applies to all time before it. A later one takes effect at its instant. A retired
 * status passes its items, and every late move into it, to its successor. If the status is reintroduced, those items
 * stay with the successor, which is why a meaning also depends on when an item entered the status.
 *
 * <p>The definitions are read once, in their order: each moves the items of the statuses that it retires and changes
 * the meaning of those that it redefines.
 */
final class Workflow {

    private final List<Definition> definitions;

    /** Every status that any definition names, with its current meaning; initially that of its first definition. */
    private final Map<String, Status> meant = new LinkedHashMap<>();

    /** The successors of the statuses that are currently retired. */
    private final Map<String, String> successors = new HashMap<>();

    /** The entries of each status, in order; the last one is still open. */
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    /** The entries whose items are currently in a status. */
    private final Map<String, List<Entry>> entriesIn = new HashMap<>();

    private Set<String> defined = Set.of();

    Workflow(List<Definition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    List<Meaning> meanings() {
        for (var definition : definitions)
            for (var status : definition.statuses()) meant.putIfAbsent(status.id(), status);
        for (int period = 0; period < definitions.size(); period++) begin(definitions.get(period), start(period));
        return entries.values().stream()
                .flatMap(Collection::stream)
                .flatMap(entry -> entry.meanings().stream())
                .toList();
    }

    private void begin(Definition definition, Instant start) {
        var before = defined;
        var renamed = define(definition);
        var places = new Places();
        before.forEach(status -> moveOn(status, places, start));
        definition.successors().keySet().forEach(status -> moveOn(status, places, start));
        for (var status : renamed) {
            var meaning = meaning(status);
            at(status).forEach(entry -> entry.means(meaning, start));
        }
        meant.keySet().forEach(status -> enter(status, places.of(status), start));
    }

    /** Applies a definition. Returns the statuses whose meaning changed. */
    private List<String> define(Definition definition) {
        definition.successors().forEach((retired, successor) -> {
            if (meant.containsKey(successor)) successors.put(retired, successor);
        });
        defined = new HashSet<>();
        var renamed = new ArrayList<String>();
        for (var status : definition.statuses()) {
            defined.add(status.id());
            successors.remove(status.id());
            if (!sameMeaning(status, Objects.requireNonNull(meant.put(status.id(), status)))) renamed.add(status.id());
        }
        return renamed;
    }

    /** Moves the items of a retired status to its successor. */
    private void moveOn(String status, Places places, Instant start) {
        var place = places.of(status);
        if (place.equals(status)) return;
        var moved = entriesIn.remove(status);
        if (moved == null) return;
        moved.forEach(entry -> entry.means(meaning(place), start));
        moved.forEach(entry -> entry.place = place);
        at(place).addAll(moved);
    }

    /**
     * Records that items entering a status from now on end up in a place. Earlier items share the entry if they are in
     * the same place.
     */
    private void enter(String status, String place, Instant start) {
        var ofStatus = entries.computeIfAbsent(status, _ -> new ArrayList<>());
        if (!ofStatus.isEmpty()) {
            if (ofStatus.getLast().place.equals(place)) return;
            ofStatus.getLast().enteredTo = start;
        }
        var entry = new Entry(status, start, place, meaning(place));
        ofStatus.add(entry);
        at(place).add(entry);
    }

    private List<Entry> at(String place) {
        return entriesIn.computeIfAbsent(place, _ -> new ArrayList<>());
    }

    private Status meaning(String status) {
        return Objects.requireNonNull(meant.get(status));
    }

    private static boolean sameMeaning(Status one, Status other) {
        return one.name().equals(other.name()) && one.category() == other.category();
    }

    private Instant start(int period) {
        return period == 0 ? Instant.MIN : definitions.get(period).at();
    }

    /** Where the items of each status are in one period: in the status itself, or in the last of its successors. */
    private final class Places {

        private final Map<String, String> known = new HashMap<>();

        String of(String status) {
            var way = new ArrayList<String>();
            var place = status;
            while (!known.containsKey(place) && !defined.contains(place) && successors.containsKey(place)) {
                known.put(place, place); // ends a cycle
                way.add(place);
                place = successors.get(place);
            }
            var last = known.getOrDefault(place, place);
            way.forEach(passed -> known.put(passed, last));
            return last;
        }
    }

    /** The items that entered a status within a range of time and have been in the same place ever since. */
    private static final class Entry {

        private final String status;
        private final Instant enteredFrom;
        private Instant enteredTo = Instant.MAX;
        private String place;
        private Status shown;
        private Instant shownFrom;
        private final List<Meaning> past = new ArrayList<>();

        Entry(String status, Instant from, String place, Status shown) {
            this.status = status;
            this.enteredFrom = from;
            this.place = place;
            this.shown = shown;
            this.shownFrom = from;
        }

        void means(Status next, Instant from) {
            if (!sameMeaning(next, shown)) {
                if (shownFrom.isBefore(from)) past.add(until(from));
                shownFrom = from;
            }
            shown = next;
        }

        List<Meaning> meanings() {
            if (!enteredFrom.isBefore(enteredTo)) return List.of();
            var all = new ArrayList<Meaning>();
            past.forEach(meaning -> all.add(entered(meaning)));
            all.add(entered(until(Instant.MAX)));
            return all;
        }

        private Meaning until(Instant to) {
            return new Meaning(status, enteredFrom, enteredTo, shownFrom, to, shown.name(), shown.category());
        }

        /** The meaning with the end of the entry, which was not known when it was recorded. */
        private Meaning entered(Meaning meaning) {
            return new Meaning(
                    status, enteredFrom, enteredTo, meaning.from(), meaning.to(), meaning.name(), meaning.category());
        }
    }
}
