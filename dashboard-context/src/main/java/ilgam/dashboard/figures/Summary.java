package ilgam.dashboard.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The state of the work at an instant.
 *
 * @param open todo, doing and waiting together
 * @param overdue open items with a due date before the assignee's day
 * @param dueThisWeek open items with a due date in the week of the assignee's day
 * @param oldest the longest open items, the oldest first
 */
public record Summary(
        Instant at,
        long open,
        long todo,
        long doing,
        long waiting,
        long overdue,
        long dueThisWeek,
        long doneThisWeek,
        long createdThisWeek,
        List<OpenItem> oldest) {

    /** An open item. */
    @Schema(name = "OldestItem")
    public record OpenItem(
            String key,
            String title,
            String status,
            @Nullable UUID assignee,
            @Nullable LocalDate dueOn,
            Instant createdAt) {}
}
