package ilgam.work.mywork;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.member.language.CyclePeriod;
import ilgam.work.list.ItemView;

/**
 * A member's own work, or that of one of their work cycles. No item is in two sections.
 *
 * @param day the day for the member, or in the requested time zone
 * @param cycle the requested work cycle, by default the current one
 * @param reported open items that the member reported and that are assigned to others or nobody
 * @param recentlyDone what the member finished within the last two weeks or the cycle, latest first
 */
@Schema(name = "MyWork")
public record MyWorkView(
        LocalDate day,
        CyclePeriod cycle,
        Section overdue,
        Section today,
        Section thisCycle,
        Section later,
        Section undated,
        Section reported,
        Section recentlyDone) {

    /**
     * A section of the work.
     *
     * @param items the first of them
     * @param total how many there are
     */
    @Schema(name = "MyWorkSection")
    public record Section(List<ItemView> items, long total) {}
}
