package ilgam.work.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/** What a client says of an item to be, task or issue. */
record NewItem(
        Kind kind,
        @Nullable String project,
        @Nullable String title,
        @Nullable String description,
        @Nullable UUID assignee,
        @Nullable LocalDate startOn,
        @Nullable LocalDate dueOn,
        @Nullable BigDecimal estimateHours,
        @Nullable Priority priority,
        @Nullable Severity severity,
        @Nullable List<@Nullable String> labels,
        @Nullable String parent,
        @Nullable String task,
        @Nullable String status) {}
