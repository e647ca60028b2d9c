package ilgam.dashboard.span;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of one item, at least from the one before the earliest new change on.
 *
 * <p>New changes are inserted by their time, whenever they arrive. What they set is carried over until an event that
 * sets the same field. A change that is already there has no effect.
 */
final class Timeline {

    private final Item item;
    private final Map<Long, Span> kept = new HashMap<>();

    Timeline(Item item) {
        this.item = item;
    }

    void keep(Span span) {
        kept.put(span.change().sequence(), span);
    }

    /** The spans that are new or changed. */
    List<Span> take(List<TimedChange> timedChanges) {
        var spans = new HashMap<>(kept);
        timedChanges.forEach(change -> spans.computeIfAbsent(change.sequence(), _ -> Span.starting(item, change)));
        return endToEnd(spans.values().stream().sorted(Span.IN_TIME).toList()).stream()
                .filter(span -> !span.equals(kept.get(span.change().sequence())))
                .toList();
    }

    private static List<Span> endToEnd(List<Span> sorted) {
        var spans = new ArrayList<Span>();
        var previous = sorted.getFirst();
        for (var span : sorted.subList(1, sorted.size())) {
            spans.add(previous.until(span.from()));
            previous = span.after(previous);
        }
        spans.add(previous);
        return spans;
    }
}
