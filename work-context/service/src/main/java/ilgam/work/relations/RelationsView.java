package ilgam.work.relations;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The relations of an item, each list by key with at most 200 entries. Deleted items are left out.
 *
 * @param parent the item it is part of
 * @param children its parts
 * @param task for an issue: the task it is about
 * @param issues the issues that are about it
 * @param hidden the number of relations to items that the caller may not see
 * @param more the number of entries that each list leaves out
 */
@Schema(name = "Relations")
public record RelationsView(
        @Nullable Related parent,
        List<Related> children,
        @Nullable Related task,
        List<Related> issues,
        List<Related> blocks,
        List<Related> blockedBy,
        List<Related> relatesTo,
        List<Related> duplicates,
        List<Related> duplicatedBy,

        @Schema(description = "How many ties there are to items that the caller may not see.")
        long hidden,

        @Schema(description = "How many entries each list leaves out, as it has 200 at most.")
        More more) {

    /** A related item. */
    @Schema(name = "RelatedItem")
    public record Related(
            String key,
            String title,
            @Schema(allowableValues = {"task", "issue"}) String kind,
            @Nullable String status,

            @Schema(allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
            String category,

            @Nullable UUID assignee) {}

    /** The number of entries that the lists leave out. */
    @Schema(name = "MoreRelations")
    public record More(
            long children,
            long issues,
            long blocks,
            long blockedBy,
            long relatesTo,
            long duplicates,
            long duplicatedBy) {}
}
