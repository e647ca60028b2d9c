package ilgam.work.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A row of a history: what an event said, with its ids. */
record HistoryEntry(
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String source,
        String type,
        List<List<@Nullable Object>> changes,
        Instant recordedAt,
        long sequence) {

    /** A field of an import's source may be called like one of ours; its values are nobody's ids. */
    boolean isForeign() {
        return type.equals("ForeignFieldNoted");
    }

    /** Something that happened to the project; it names statuses as they were called just before and then. */
    boolean isOfProject() {
        return type.equals("WorkflowDefined");
    }

    /** Whether its changes are too long to have come along, or lack the description that it replaced. */
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
