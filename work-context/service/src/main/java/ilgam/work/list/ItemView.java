package ilgam.work.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A work item as members see it.
 *
 * @param sourceKey the key in the source of an import, if it differs from the item's key
 * @param sourceParent a parent in the source that does not exist here
 * @param doneAt when its last unbroken run in done began; null unless it is done
 */
@Schema(name = "Item", description = "A task or an issue.")
public record ItemView(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "Its key, such as WEB-12.") String key,

        @Schema(description = "What the source of an import called it; null where that is its key.") @Nullable
        String sourceKey,

        @Schema(
                description = "Whether it is a task or an issue.",
                allowableValues = {"task", "issue"})
        String kind,

        @Schema(description = "The key of its project.") String project,
        @Schema(description = "What it is called.") String title,

        @Schema(description = "Markdown; left out where many items are listed.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String description,

        @Schema(description = "The name of its status; null for an imported item that has none yet.") @Nullable
        String status,

        @Schema(description = "The id of its status; null for none.") @Nullable
        String statusId,

        @Schema(
                description = "What its status counts as.",
                allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
        String category,

        @Schema(description = "The id of the member it is assigned to; null for nobody.") @Nullable
        UUID assignee,

        @Schema(description = "The id of who opened it; null where an import did not say.") @Nullable
        UUID reporter,

        @Schema(
                description = "How urgent it is.",
                allowableValues = {"URGENT", "HIGH", "NORMAL", "LOW", "NONE"})
        String priority,

        @Schema(
                description = "How bad an issue is; null for a task, or for nothing said.",
                allowableValues = {"CRITICAL", "MAJOR", "MINOR", "TRIVIAL"})
        @Nullable
        String severity,

        @Schema(description = "How an issue ended; null: it has not.") @Nullable
        String resolution,

        @Schema(description = "Its labels.") List<String> labels,

        @Schema(description = "The day on which it is to be begun, ISO 8601; null for none.") @Nullable
        LocalDate startOn,

        @Schema(description = "The day on which it is due, ISO 8601; null for none.") @Nullable
        LocalDate dueOn,

        @Schema(description = "How many hours it takes, as estimated; null for nothing said.") @Nullable
        BigDecimal estimateHours,

        @Schema(description = "Its story points; null for nothing said.") @Nullable
        BigDecimal points,

        @Schema(description = "The key of the item that it is part of; null for none.") @Nullable
        String parent,

        @Schema(description = "What the source of an import called a parent that is not here; null for none.") @Nullable
        String sourceParent,

        @Schema(description = "Of an issue, the key of the task that it is about; null for none.") @Nullable
        String task,

        @Schema(description = "When it was opened, ISO 8601.")
        Instant createdAt,

        @Schema(description = "When it was last changed, ISO 8601.")
        Instant updatedAt,

        @Schema(description = "When its last unbroken run in done began, ISO 8601; null unless it is done.") @Nullable
        Instant doneAt,

        @Schema(description = "Whether it is deleted.") boolean deleted,

        @Schema(description = "Counts its changes; the ETag says the same.")
        long version) {}
