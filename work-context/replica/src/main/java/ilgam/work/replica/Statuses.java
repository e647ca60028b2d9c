package ilgam.work.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import ilgam.work.language.Status;

/** The statuses of a workflow after each of its definitions in turn. */
final class Statuses {

    /** Every status that any definition names, with its current meaning; initially that of its first definition. */
    private final Map<String, Status> meant = new LinkedHashMap<>();

    /** The successors of the statuses that are currently retired. */
    private final Map<String, String> successors = new HashMap<>();

    /** The places of the currently defined statuses. */
    private Map<String, Integer> places = Map.of();

    private Map<String, Status> shown = new HashMap<>();

    void mention(Definition definition) {
        definition.statuses().forEach(status -> meant.putIfAbsent(status.id(), status));
    }

    /** Applies a definition. Returns the statuses with another name or category. */
    List<Status> define(Definition definition) {
        definition.successors().forEach((retired, successor) -> {
            if (meant.containsKey(successor)) successors.put(retired, successor);
        });
        shown = new HashMap<>();
        places = new HashMap<>();
        var redefined = new ArrayList<Status>();
        for (var status : definition.statuses()) {
            places.put(status.id(), places.size());
            successors.remove(status.id());
            if (!status.equals(meant.put(status.id(), status))) redefined.add(status);
        }
        return redefined;
    }

    /** The ids of all statuses, in the order in which they were first defined. */
    Set<String> ids() {
        return meant.keySet();
    }

    /** A status' place in the workflow; after all others when it is retired or not defined yet. */
    int place(Status status) {
        return places.getOrDefault(status.id(), places.size());
    }

    /** The status itself; once retired, the last of its successors. */
    Status shownFor(String id) {
        var way = new ArrayList<String>();
        var last = id;
        while (!shown.containsKey(last) && !places.containsKey(last) && successors.containsKey(last)) {
            shown.put(last, meaning(last)); // ends a cycle
            way.add(last);
            last = successors.get(last);
        }
        var status = shown.getOrDefault(last, meaning(last));
        way.forEach(passed -> shown.put(passed, status));
        return status;
    }

    private Status meaning(String id) {
        return Objects.requireNonNull(meant.get(id));
    }
}
