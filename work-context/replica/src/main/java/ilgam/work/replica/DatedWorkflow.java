package ilgam.work.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A project's workflow over all time, from its definitions in their order.
 *
 * <p>A status' first definition also applies to all time before it. A later one takes effect at its instant. A retired
 * status passes its items, and every late move into it, to its successor.
 *
 * <p>What an item's status means also depends on when the item entered it: if a retired status is reintroduced, the
 * items that it passed on stay with the successor ({@link #meanings}). What a status id shows by itself is what it means
 * to an item that enters it at that instant ({@link #shown}).
 *
 * <p>The definitions are read once, in their order: each moves the items of the statuses that it retires and changes
 * the meaning of those that it redefines.
 */
public final class DatedWorkflow {

    private final Statuses statuses = new Statuses();
    private final Entries entries = new Entries();
    private final Map<String, List<Shown>> shown = new LinkedHashMap<>();

    public DatedWorkflow(List<Definition> definitions) {
        definitions.forEach(statuses::mention);
        for (int period = 0; period < definitions.size(); period++) {
            var definition = definitions.get(period);
            var next = period + 1 == definitions.size()
                    ? Instant.MAX
                    : definitions.get(period + 1).at();
            begin(definition, period == 0 ? Instant.MIN : definition.at());
            if (!definition.at().equals(next)) show(definition.at(), next);
        }
    }

    /** What each status means to items by when they entered it; ordered by status. */
    public List<Meaning> meanings() {
        return entries.meanings();
    }

    /** What each status id shows over time; ordered by status. */
    public List<Shown> shown() {
        return shown.values().stream().flatMap(Collection::stream).toList();
    }

    private void begin(Definition definition, Instant start) {
        var redefined = statuses.define(definition);
        for (var id : statuses.ids()) entries.move(id, statuses.shownFor(id), start);
        redefined.forEach(status -> entries.redefine(status, start));
        for (var id : statuses.ids()) entries.enter(id, statuses.shownFor(id), start);
    }

    private void show(Instant from, Instant to) {
        for (var id : statuses.ids()) {
            var ofId = shown.computeIfAbsent(id, _ -> new ArrayList<>());
            var status = statuses.shownFor(id);
            var next = new Shown(id, ofId.isEmpty() ? Instant.MIN : from, to, status, statuses.place(status));
            if (!ofId.isEmpty() && next.continues(ofId.getLast()))
                next = next.from(ofId.removeLast().from());
            ofId.add(next);
        }
    }
}
