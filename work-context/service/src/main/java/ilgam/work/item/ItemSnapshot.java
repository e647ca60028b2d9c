package ilgam.work.item;

import java.util.List;
import java.util.Map;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import ilgam.starter.snapshots.Snapshot;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.LinkType;

/**
 * The state of an item for a snapshot.
 *
 * @param now the opening event with the current values
 * @param comments the ids of comments, 16 bytes each in Base64, by author; under an empty name when the author is
 * unknown
 * @param importedLines the digests of its imported lines, 8 bytes each in Base64, in order
 */
@Revision("2")
record ItemSnapshot(
        ItemOpened now,
        boolean deleted,
        List<Link> links,
        Map<String, String> comments,
        Map<ItemField, Long> changedAt,
        String importedLines,
        @Nullable String openedBy,
        boolean touched,
        @Nullable String withdrawnWith)
        implements Snapshot {

    record Link(LinkType type, ItemId other) {}
}
