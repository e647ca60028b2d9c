package ilgam.dashboard.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the work stands at an instant.
 *
 * @param open todo, doing and waiting together
 * @param overdue open and due before that day, as it is for the assignee
 * @param dueThisWeek open and due within the week of that day, as it is for the assignee
 * @param oldest the open items that have been there longest, the oldest first
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
