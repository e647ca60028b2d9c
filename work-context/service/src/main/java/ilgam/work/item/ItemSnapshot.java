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
 * What an item is, whatever its past.
 *
 * @param now as if it were opened with the values that it has now
 * @param comments the ids of comments, 16 bytes each in Base64, by who wrote them; by an empty name where
 *     nobody is known
 * @param importedLines the digests of the lines it was imported from, 8 bytes each in Base64, in order
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
