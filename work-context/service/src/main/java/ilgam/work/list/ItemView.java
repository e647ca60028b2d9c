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
 * @param sourceKey what an import's source called it, where that is not its key
 * @param project the project's key
 * @param description left out where many items are listed
 * @param status the status' name; null for an imported item that has none yet
 * @param parent key of the item this one is part of
 * @param sourceParent what an import's source called a parent that is not here
 * @param task for an issue: key of the task it is about
 * @param points story points
 * @param doneAt when its last unbroken run in done began; null unless it is done
 */
@Schema(name = "Item")
public record ItemView(
        UUID id,
        String key,
        @Nullable String sourceKey,
        @Schema(allowableValues = {"task", "issue"}) String kind,
        String project,
        String title,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,

        @Nullable String status,
        @Nullable String statusId,

        @Schema(allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
        String category,

        @Nullable UUID assignee,
        @Nullable UUID reporter,

        @Schema(allowableValues = {"URGENT", "HIGH", "NORMAL", "LOW", "NONE"})
        String priority,

        @Schema(allowableValues = {"CRITICAL", "MAJOR", "MINOR", "TRIVIAL"}) @Nullable
        String severity,

        @Nullable String resolution,
        List<String> labels,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable BigDecimal estimateHours,
        @Nullable BigDecimal points,
        @Nullable String parent,
        @Nullable String sourceParent,
        @Nullable String task,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant doneAt,
        boolean deleted,
        long version) {}
