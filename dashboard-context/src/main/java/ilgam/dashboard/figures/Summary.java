package ilgam.dashboard.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The state of the work at an instant.
 */
@Schema(description = "Where the work stands at an instant.")
public record Summary(
        @Schema(description = "The instant that it is of, ISO 8601.")
        Instant at,

        @Schema(description = "How many items are open: todo, doing and waiting together.")
        long open,

        @Schema(description = "How many open items nobody has begun.")
        long todo,

        @Schema(description = "How many items are being worked on.")
        long doing,

        @Schema(description = "How many items wait for something.")
        long waiting,

        @Schema(description = "How many open items were due before that day, as it is for the assignee.")
        long overdue,

        @Schema(description = "How many open items are due within the week of that day, as it is for the assignee.")
        long dueThisWeek,

        @Schema(description = "How many items were finished from Monday of that week to the instant.")
        long doneThisWeek,

        @Schema(description = "How many items were created from Monday of that week to the instant.")
        long createdThisWeek,

        @Schema(description = "The open items that have been there longest, the oldest first.")
        List<OpenItem> oldest) {

    /** An open item. */
    @Schema(name = "OldestItem", description = "An open item.")
    public record OpenItem(
            @Schema(description = "Its key, such as WEB-12.")
            String key,

            @Schema(description = "Its title.") String title,

            @Schema(description = "The name of its status; none before its first one.")
            String status,

            @Schema(description = "The id of the member it is assigned to; null for nobody.") @Nullable
            UUID assignee,

            @Schema(description = "The day on which it is due, ISO 8601; null without one.") @Nullable
            LocalDate dueOn,

            @Schema(description = "When it was created, ISO 8601.")
            Instant createdAt) {}
}
