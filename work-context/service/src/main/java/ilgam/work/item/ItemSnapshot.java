package ilgam.work.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.starter.snapshots.Snapshot;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/**
 * What an item is, whatever its past.
 *
 * @param comments the ids of comments, 16 bytes each in Base64, by who wrote them; by an empty name where
 *     nobody is known
 * @param importedLines the digests of the lines it was imported from, 8 bytes each in Base64, in order
 */
@Revision("1")
record ItemSnapshot(
        ItemId item,
        Kind kind,
        String title,
        String description,
        @Nullable String status,
        @Nullable MemberId assignee,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable BigDecimal estimate,
        Priority priority,
        @Nullable Severity severity,
        @Nullable String resolution,
        @Nullable ItemId parent,
        @Nullable ItemId task,
        boolean deleted,
        List<String> labels,
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
