package ilgam.work.imports.send;

import java.util.List;

import ilgam.work.imports.history.ImportLookups;
import ilgam.work.imports.source.SourceEvent;
import ilgam.work.imports.source.SourceItem;

/**
 * Items that are in memory together and sent concurrently.
 *
 * @param lookups what their names and references mean
 */
record Chunk(List<Item> items, ImportLookups lookups) {

    /** @param events read from the database at each iteration when there are too many for memory */
    record Item(StagedItem staged, SourceItem item, Iterable<SourceEvent> events) {}

    boolean isEmpty() {
        return items.isEmpty();
    }
}
