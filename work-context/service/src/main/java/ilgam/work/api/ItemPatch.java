package ilgam.work.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.starter.text.Prose;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/** What a client wants changed of an item; null clears. */
@Schema(name = "ItemPatch")
record ItemPatch(
        Patched<String> title,
        @Prose Patched<String> description,

        @Schema(allowableValues = {"task", "issue"}) Patched<String> kind,

        @Schema(description = "Name or id of a status of the project's workflow.")
        Patched<String> status,

        Patched<UUID> assignee,
        Patched<LocalDate> startOn,
        Patched<LocalDate> dueOn,
        Patched<BigDecimal> estimateHours,

        @Schema(description = "Story points, 0 to 1,000, with two decimals at most.")
        Patched<BigDecimal> points,

        Patched<Priority> priority,
        Patched<Severity> severity,
        Patched<String> resolution,
        Patched<List<String>> labels,

        @Schema(description = "Key or id of the item this one is part of.")
        Patched<String> parent,

        @Schema(description = "For an issue: key or id of the task it is about.")
        Patched<String> task) {}
