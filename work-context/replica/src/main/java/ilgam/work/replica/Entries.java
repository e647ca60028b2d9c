package ilgam.work.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ilgam.work.language.Status;

/** The items of each status by when they entered it, and the status in which they are now. */
final class Entries {

    /** The entries of each status, in order; the last one is still open. */
    private final Map<String, List<Entry>> byStatus = new LinkedHashMap<>();

    /** The entries whose items are currently in a status. */
    private final Map<String, List<Entry>> byPlace = new HashMap<>();

    /** Moves the items that are in a retired status on to its successor. */
    void move(String retired, Status successor, Instant start) {
        if (successor.id().equals(retired)) return;
        var moved = byPlace.remove(retired);
        if (moved == null) return;
        moved.forEach(entry -> entry.moveTo(successor, start));
        in(successor).addAll(moved);
    }

    /** Changes the meaning of a status for the items that are in it. */
    void redefine(Status status, Instant start) {
        in(status).forEach(entry -> entry.moveTo(status, start));
    }

    /**
     * Records that items entering a status from now on end up in a place. Earlier items share the entry if they are in
     * the same place.
     */
    void enter(String status, Status place, Instant start) {
        var ofStatus = byStatus.computeIfAbsent(status, _ -> new ArrayList<>());
        if (!ofStatus.isEmpty()) {
            if (ofStatus.getLast().isIn(place)) return;
            ofStatus.getLast().end(start);
        }
        var entry = new Entry(status, place, start);
        ofStatus.add(entry);
        in(place).add(entry);
    }

    List<Meaning> meanings() {
        return byStatus.values().stream()
                .flatMap(Collection::stream)
                .flatMap(entry -> entry.meanings().stream())
                .toList();
    }

    private List<Entry> in(Status place) {
        return byPlace.computeIfAbsent(place.id(), _ -> new ArrayList<>());
    }
}
