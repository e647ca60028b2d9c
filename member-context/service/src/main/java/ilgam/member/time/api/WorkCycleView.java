package ilgam.member.time.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.CyclePeriod;
import ilgam.member.time.calendars.WorkCycles;
import ilgam.member.time.calendars.WorkCycles.Dated;

import static ilgam.member.language.CyclePeriod.Which.LAST;
import static ilgam.member.language.CyclePeriod.Which.NEXT;
import static ilgam.member.language.CyclePeriod.Which.THIS;
import static java.util.Objects.requireNonNull;

/**
 * The caller's work cycle on a day, and the cycles around that day.
 *
 * @param effectiveFrom null until the member has set a work cycle
 */
@Schema(name = "OwnWorkCycle", description = "How the caller works on a day, and the cycles around it.")
record WorkCycleView(
        @Schema(description = "Since which day it holds, ISO 8601; null until a work cycle of one's own is set.")
        @Nullable
        LocalDate effectiveFrom,

        @Schema(description = "A day on which a cycle starts, ISO 8601.")
        LocalDate startsOn,

        @Schema(description = "How many days a cycle has, 1 to 92.")
        int lengthDays,

        @Schema(description = "The days of the week that are worked on.")
        List<DayOfWeek> workingDays,

        @Schema(description = "How many hours a working day has, by quarters.")
        BigDecimal hoursADay,

        @Schema(description = "The IANA time zone in which the member's days start.")
        String timeZone,

        @Schema(description = "Those that take effect later, the earliest first.")
        List<Upcoming> upcoming,

        @Schema(description = "The cycles around the day.") Cycles cycles) {

    @Schema(name = "UpcomingWorkCycle", description = "A work cycle that takes effect later.")
    record Upcoming(
            @Schema(description = "From which day on it holds, ISO 8601.")
            LocalDate effectiveFrom,

            @Schema(description = "A day on which a cycle starts, ISO 8601.")
            LocalDate startsOn,

            @Schema(description = "How many days a cycle has, 1 to 92.")
            int lengthDays,

            @Schema(description = "The days of the week that are worked on.")
            List<DayOfWeek> workingDays,

            @Schema(description = "How many hours a working day has, by quarters.")
            BigDecimal hoursADay,

            @Schema(description = "The IANA time zone in which the member's days start.")
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

    @Schema(name = "WorkCycles", description = "The cycles around a day.")
    record Cycles(
            @Schema(description = "The one before it.") CyclePeriod last,

            @Schema(description = "The one that the day is in.") @JsonProperty("this")
            CyclePeriod now,

            @Schema(description = "The one after it.") CyclePeriod next) {}

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
