package ilgam.work.relations;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The relations of an item, each list by key with at most 200 entries. Deleted items are left out.
 *
 * @param parent the item it is part of
 */
@Schema(name = "Relations", description = "How an item is tied to others. What is deleted is left out.")
public record RelationsView(
        @Schema(description = "What it is part of; null for nothing.") @Nullable
        Related parent,

        @Schema(description = "Its parts, by key, at most 200.")
        List<Related> children,

        @Schema(description = "Of an issue, the task that it is about; null for none.") @Nullable
        Related task,

        @Schema(description = "The issues that are about it, by key, at most 200.")
        List<Related> issues,

        @Schema(description = "What it blocks, by key, at most 200.")
        List<Related> blocks,

        @Schema(description = "What blocks it, by key, at most 200.")
        List<Related> blockedBy,

        @Schema(description = "What it relates to, by key, at most 200.")
        List<Related> relatesTo,

        @Schema(description = "What it duplicates, by key, at most 200.")
        List<Related> duplicates,

        @Schema(description = "What duplicates it, by key, at most 200.")
        List<Related> duplicatedBy,

        @Schema(description = "How many ties there are to items that the caller may not see.")
        long hidden,

        @Schema(description = "How many entries each list leaves out, as it has 200 at most.")
        More more) {

    /** A related item. */
    @Schema(name = "RelatedItem", description = "An item that another one is tied to.")
    public record Related(
            @Schema(description = "Its key, such as WEB-12.")
            String key,

            @Schema(description = "What it is called.") String title,

            @Schema(
                    description = "Whether it is a task or an issue.",
                    allowableValues = {"task", "issue"})
            String kind,

            @Schema(description = "The name of its status; null for none yet.") @Nullable
            String status,

            @Schema(
                    description = "What its status counts as.",
                    allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
            String category,

            @Schema(description = "The id of the member it is assigned to; null for nobody.") @Nullable
            UUID assignee) {}

    /** The number of entries that the lists leave out. */
    @Schema(name = "MoreRelations", description = "How many entries the lists leave out.")
    public record More(
            @Schema(description = "How many children leaves out.")
            long children,

            @Schema(description = "How many issues leaves out.")
            long issues,

            @Schema(description = "How many blocks leaves out.")
            long blocks,

            @Schema(description = "How many blockedBy leaves out.")
            long blockedBy,

            @Schema(description = "How many relatesTo leaves out.")
            long relatesTo,

            @Schema(description = "How many duplicates leaves out.")
            long duplicates,

            @Schema(description = "How many duplicatedBy leaves out.")
            long duplicatedBy) {}
}
