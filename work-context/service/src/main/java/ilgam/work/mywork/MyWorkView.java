package ilgam.work.mywork;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.member.language.CyclePeriod;
import ilgam.work.list.ItemView;

/**
 * A member's own work, or that of one of their work cycles: what is due in it, and what was done in it. No item is in two
 * sections.
 *
 * @param day which day it is for the member, or in the asked time zone
 * @param cycle the work cycle that is asked for; this one unless one is
 * @param reported open items that the member reported and others do
 * @param recentlyDone what the member finished within the last two weeks, or the cycle, latest first
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
     * One heap of work.
     *
     * @param items the first of them
     * @param total how many there are
     */
    @Schema(name = "MyWorkSection")
    public record Section(List<ItemView> items, long total) {}
}
