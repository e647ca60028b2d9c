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

/** A new task or issue; the path decides which. */
@Schema(name = "NewItem", description = "A task or an issue to open; which of them, the path says.", example = """
            {"project": "WEB", "title": "Order new chairs", "priority": "HIGH", "labels": ["office"], "dueOn": "2026-04-03", "estimateHours": 2.5}""")
record NewItem(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The project's key.") @Nullable
        String project,

        @Schema(description = "1 to 500 characters.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String title,

        @Schema(description = "Markdown, at most 20,000 characters.") @Prose @Nullable
        String description,

        @Schema(description = "The id of the member it is assigned to; null for nobody.") @Nullable
        UUID assignee,

        @Schema(description = "The day on which it is to be begun, ISO 8601.") @Nullable
        LocalDate startOn,

        @Schema(description = "The day on which it is due, ISO 8601; not before startOn.") @Nullable
        LocalDate dueOn,

        @Schema(description = "How many hours it takes, as estimated.") @Nullable
        BigDecimal estimateHours,

        @Schema(description = "Story points, 0 to 1,000, with two decimals at most.") @Nullable
        BigDecimal points,

        @Schema(description = "How urgent it is.") @Nullable Priority priority,
        @Schema(description = "Of issues alone.") @Nullable Severity severity,

        @Schema(description = "At most 50, of 1 to 50 characters each.") @Nullable
        List<@Nullable String> labels,

        @Schema(description = "Key or id of the item this one is part of.") @Nullable
        String parent,

        @Schema(description = "Of issues alone: key or id of the task it is about.") @Nullable
        String task,

        @Schema(description = "Name or id; the first one that is still to do when left out.") @Nullable
        String status) {

    /** The given fields, always including the title. */
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
