package ilgam.work.relations;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an item is tied to others, each list by key and of 200 entries at most. What is deleted is left out.
 *
 * @param parent what it is part of
 * @param children its parts
 * @param task for an issue: the task it is about
 * @param issues those that are about it
 * @param hidden how many ties there are to items that the caller may not see
 * @param more how many entries each list leaves out
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

    /** An item that another one is tied to. */
    @Schema(name = "RelatedItem")
    public record Related(
            String key,
            String title,
            @Schema(allowableValues = {"task", "issue"}) String kind,
            @Nullable String status,

            @Schema(allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
            String category,

            @Nullable UUID assignee) {}

    /** What the lists leave out. */
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
