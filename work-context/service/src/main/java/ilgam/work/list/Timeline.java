package ilgam.work.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ilgam.work.language.ItemEvent.ItemOpened;

import static java.util.Comparator.comparing;

/**
 * Inserts events into the versions of one item, in the order of time: by instant, then by sequence.
 *
 * <p>Usually events arrive in that order and new versions follow the last one. A second import, however, may bring an
 * event of a past instant. Then every later version is computed again: each stores what was set at its instant, which
 * is applied again after the late event. Events that are already included change nothing.
 */
final class Timeline {

    private final List<ItemVersion> before;
    private final List<ItemVersion> after = new ArrayList<>();
    private List<TimedEvent> happened = List.of();

    /**
     * @param versions the stored versions that were valid at the first event's instant or are later, in order; empty
     * when the item is new
     * @param events in the order of their sequence
     */
    Timeline(List<ItemVersion> versions, List<TimedEvent> events) {
        before = versions;
        var shown = versions.isEmpty() ? -1 : versions.getLast().sequence;
        var fresh = events.stream().filter(event -> event.sequence() > shown).toList();
        if (!fresh.isEmpty()) fit(fresh);
    }

    private void fit(List<TimedEvent> fresh) {
        var opening = opening(fresh.getFirst());
        happened = fresh.stream()
                .map(event -> event.notBefore(opening))
                .sorted(comparing(TimedEvent::at).thenComparingLong(TimedEvent::sequence))
                .toList();
        int next = 0;
        for (var event : happened) {
            while (next < before.size() && !before.get(next).from.isAfter(event.at())) repeat(before.get(next++));
            happen(event);
        }
        while (next < before.size()) repeat(before.get(next++));
        for (int i = 0; i + 1 < after.size(); i++) after.get(i).to = after.get(i + 1).from;
    }

    private Instant opening(TimedEvent first) {
        if (!before.isEmpty()) return before.getFirst().origin.createdAt();
        if (first.event() instanceof ItemOpened) return first.at();
        throw new IllegalStateException("Item " + first.event().item() + " has events but none that opens it.");
    }

    private void repeat(ItemVersion version) {
        var again = after.isEmpty() ? version.alone() : after.getLast().next(version.from);
        again.repeat(version);
        after.add(again);
    }

    private void happen(TimedEvent event) {
        if (event.event() instanceof ItemOpened opened) after.add(TimedEvent.opened(opened, event.at()));
        else if (after.getLast().from.isBefore(event.at()))
            after.add(after.getLast().next(event.at()));
        event.applyTo(after.getLast());
    }

    /** The events that were new, in the order of time. */
    List<TimedEvent> happened() {
        return happened;
    }

    /** Stored versions that are no longer valid. */
    List<ItemVersion> outdated() {
        return after.isEmpty() ? List.of() : without(before, after);
    }

    /** Versions to be stored. */
    List<ItemVersion> fresh() {
        return without(after, before);
    }

    private static List<ItemVersion> without(List<ItemVersion> these, List<ItemVersion> those) {
        var left = new ArrayList<ItemVersion>();
        int other = 0;
        for (var version : these) {
            while (other < those.size() && those.get(other).from.isBefore(version.from)) other++;
            if (other == those.size() || !version.sameAs(those.get(other))) left.add(version);
        }
        return left;
    }
}
