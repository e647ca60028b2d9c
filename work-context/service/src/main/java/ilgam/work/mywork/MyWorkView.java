package ilgam.work.mywork;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.member.language.CyclePeriod;
import ilgam.work.list.ItemView;

/**
 * A member's own work, or that of one of their work cycles. No item is in two sections.
 */
@Schema(
        name = "MyWork",
        description = "A member's own work, or that of one of their work cycles. No item is in two sections.")
public record MyWorkView(
        @Schema(description = "Which day it is for the member, or in the time zone that is asked for, ISO 8601.")
        LocalDate day,

        @Schema(description = "The work cycle that is asked for; this one unless one is.")
        CyclePeriod cycle,

        @Schema(description = "What was due before that day.")
        Section overdue,

        @Schema(description = "What is due on that day.") Section today,

        @Schema(description = "What is due later in the work cycle.")
        Section thisCycle,

        @Schema(description = "What is due after it.") Section later,
        @Schema(description = "What is due on no day.") Section undated,

        @Schema(description = "Open items that the member reported and others do.")
        Section reported,

        @Schema(
                description =
                        "What the member finished within the last two weeks, or the work cycle, the latest first.")
        Section recentlyDone) {

    /**
     * A section of the work.
     */
    @Schema(name = "MyWorkSection", description = "A section of one's own work.")
    public record Section(
            @Schema(description = "The first of them.") List<ItemView> items,
            @Schema(description = "How many there are.") long total) {}
}
