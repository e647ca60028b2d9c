package ilgam.work.imports.send;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.spool.StagedRows;

/**
 * The row of an item that has to be sent.
 *
 * @param json see {@link StagedRows}
 * @param parentCut whether its parent is left out
 * @param weight of the item with its events, in bytes
 */
record StagedItem(
        long line,
        String sourceId,
        UUID itemId,
        long number,
        String json,
        boolean parentCut,
        @Nullable Timestamp createdAt,
        long weight) {

    Instant created() {
        return createdAt == null ? Instant.EPOCH : createdAt.toInstant();
    }
}
