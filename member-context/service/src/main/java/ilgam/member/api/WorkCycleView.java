package ilgam.member.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.calendars.WorkCycles;
import ilgam.member.calendars.WorkCycles.Dated;
import ilgam.member.language.CyclePeriod;

import static ilgam.member.language.CyclePeriod.Which.LAST;
import static ilgam.member.language.CyclePeriod.Which.NEXT;
import static ilgam.member.language.CyclePeriod.Which.THIS;
import static java.util.Objects.requireNonNull;

/**
 * The caller's work cycle on a day, and the cycles around that day.
 *
 * @param effectiveFrom null until the member has set a work cycle
 * @param upcoming work cycles that take effect later, the earliest first
 */
@Schema(name = "OwnWorkCycle")
record WorkCycleView(
        @Nullable LocalDate effectiveFrom,
        LocalDate startsOn,
        int lengthDays,
        List<DayOfWeek> workingDays,
        BigDecimal hoursADay,
        String timeZone,
        List<Upcoming> upcoming,
        Cycles cycles) {

    @Schema(name = "UpcomingWorkCycle")
    record Upcoming(
            LocalDate effectiveFrom,
            LocalDate startsOn,
            int lengthDays,
            List<DayOfWeek> workingDays,
            BigDecimal hoursADay,
            String timeZone) {

        private static Upcoming of(Dated dated) {
            var workCycle = dated.workCycle();
            return new Upcoming(
                    requireNonNull(dated.effectiveFrom()),
                    workCycle.startsOn(),
                    workCycle.lengthDays(),
                    workCycle.workingDays(),
                    workCycle.hoursADay(),
                    workCycle.timeZone());
        }
    }

    @Schema(name = "WorkCycles")
    record Cycles(CyclePeriod last, @JsonProperty("this") CyclePeriod now, CyclePeriod next) {}

    static WorkCycleView of(WorkCycles workCycles, LocalDate today) {
        var holding = workCycles.on(today);
        var workCycle = holding.workCycle();
        return new WorkCycleView(
                holding.effectiveFrom(),
                workCycle.startsOn(),
                workCycle.lengthDays(),
                workCycle.workingDays(),
                workCycle.hoursADay(),
                workCycle.timeZone(),
                workCycles.after(today).stream().map(Upcoming::of).toList(),
                new Cycles(
                        workCycles.cycle(LAST, today), workCycles.cycle(THIS, today), workCycles.cycle(NEXT, today)));
    }
}
