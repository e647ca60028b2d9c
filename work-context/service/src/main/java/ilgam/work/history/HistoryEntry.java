package ilgam.work.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A row of a history: the content of an event, with its ids. */
record HistoryEntry(
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String source,
        String type,
        List<List<@Nullable Object>> changes,
        Instant recordedAt,
        long sequence) {

    /** Whether the change is of a foreign field, which may have the name of one of ours but contains no ids. */
    boolean isForeign() {
        return type.equals("ForeignFieldNoted");
    }

    /** Whether it is an event of the project. Its statuses have the names of just before and at that event. */
    boolean isOfProject() {
        return type.equals("WorkflowDefined");
    }

    /** Whether its changes were too long to be read with the row, or lack the description that was replaced. */
    boolean isIncomplete() {
        return changes.isEmpty()
                || (type.equals("ItemDescribed") && changes.getFirst().get(1) == null);
    }

    HistoryEntry with(List<List<@Nullable Object>> changes) {
        return new HistoryEntry(id, at, actor, source, type, changes, recordedAt, sequence);
    }

    void mentions(Set<UUID> items, Set<UUID> comments) {
        if (isForeign()) return;
        for (var change : changes) {
            var ids = Changes.OF_ITEMS.contains(change.getFirst())
                    ? items
                    : Changes.COMMENT.equals(change.getFirst()) ? comments : null;
            if (ids == null) continue;
            for (var value : change.subList(1, 3)) if (value != null) ids.add(UUID.fromString(value.toString()));
        }
    }
}
