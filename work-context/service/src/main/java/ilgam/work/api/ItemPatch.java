package ilgam.work.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.starter.text.Prose;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/** The changes of an item; null clears a field. */
@Schema(
        name = "ItemPatch",
        description = "What to change of an item; what is missing stays, null clears.",
        example = """
            {"title": "Order ten new chairs", "priority": "HIGH", "startOn": "2026-03-30", "dueOn": "2026-04-03", "estimateHours": null}""")
record ItemPatch(
        @Schema(description = "1 to 500 characters.") Patched<String> title,

        @Schema(description = "Markdown, at most 20,000 characters.") @Prose
        Patched<String> description,

        @Schema(
                description = "Makes a task an issue, or an issue a task.",
                allowableValues = {"task", "issue"})
        Patched<String> kind,

        @Schema(description = "Name or id of a status of the project's workflow.")
        Patched<String> status,

        @Schema(description = "The id of the member it is assigned to; null for nobody.")
        Patched<UUID> assignee,

        @Schema(description = "The day on which it is to be begun, ISO 8601.")
        Patched<LocalDate> startOn,

        @Schema(description = "The day on which it is due, ISO 8601; not before startOn.")
        Patched<LocalDate> dueOn,

        @Schema(description = "How many hours it takes, as estimated.")
        Patched<BigDecimal> estimateHours,

        @Schema(description = "Story points, 0 to 1,000, with two decimals at most.")
        Patched<BigDecimal> points,

        @Schema(description = "How urgent it is.") Patched<Priority> priority,
        @Schema(description = "How bad an issue is.") Patched<Severity> severity,

        @Schema(description = "How an issue ended; null: it has not.")
        Patched<String> resolution,

        @Schema(description = "At most 50, of 1 to 50 characters each.")
        Patched<List<String>> labels,

        @Schema(description = "Key or id of the item this one is part of.")
        Patched<String> parent,

        @Schema(description = "For an issue: key or id of the task it is about.")
        Patched<String> task) {}
