package ilgam.work.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.text.Prose;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/** A new task or issue; which of them it is, its path says. */
@Schema(name = "NewItem")
record NewItem(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The project's key.") @Nullable
        String project,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String title,

        @Prose @Nullable String description,
        @Nullable UUID assignee,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable BigDecimal estimateHours,

        @Schema(description = "Story points, 0 to 1,000, with two decimals at most.") @Nullable
        BigDecimal points,

        @Nullable Priority priority,

        @Schema(description = "Of issues alone.") @Nullable Severity severity,

        @Nullable List<@Nullable String> labels,

        @Schema(description = "Key or id of the item this one is part of.") @Nullable
        String parent,

        @Schema(description = "Of issues alone: key or id of the task it is about.") @Nullable
        String task,

        @Schema(description = "Name or id; the first one that is still to do when left out.") @Nullable
        String status) {

    /** The fields that are given, and the title in any case. */
    ItemPatch fields() {
        return new ItemPatch(
                new Patched<>(true, title),
                Patched.ofNullable(description),
                Patched.leftOut(),
                Patched.ofNullable(status),
                Patched.ofNullable(assignee),
                Patched.ofNullable(startOn),
                Patched.ofNullable(dueOn),
                Patched.ofNullable(estimateHours),
                Patched.ofNullable(points),
                Patched.ofNullable(priority),
                Patched.ofNullable(severity),
                Patched.leftOut(),
                Patched.ofNullable(labels),
                Patched.ofNullable(parent),
                Patched.ofNullable(task));
    }
}
