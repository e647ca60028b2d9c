package ilgam.member.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.calendar.Cycle;
import ilgam.member.calendars.Rhythms;
import ilgam.member.calendars.Rhythms.Dated;

/**
 * How the caller works now, and the cycles around today.
 *
 * @param effectiveFrom null until a rhythm of one's own is set
 * @param upcoming what takes effect later
 */
@Schema(name = "WorkCycle")
record WorkCycleView(
        @Nullable LocalDate effectiveFrom,
        LocalDate startsOn,
        int lengthDays,
        List<DayOfWeek> workingDays,
        BigDecimal hoursADay,
        String timeZone,
        @Nullable Upcoming upcoming,
        Cycles cycles) {

    @Schema(name = "UpcomingWorkCycle")
    record Upcoming(
            @Nullable LocalDate effectiveFrom,
            LocalDate startsOn,
            int lengthDays,
            List<DayOfWeek> workingDays,
            BigDecimal hoursADay,
            String timeZone) {

        private static Upcoming of(Dated dated) {
            var rhythm = dated.rhythm();
            return new Upcoming(
                    dated.effectiveFrom(),
                    rhythm.startsOn(),
                    rhythm.lengthDays(),
                    rhythm.workingDays(),
                    rhythm.hoursADay(),
                    rhythm.timeZone());
        }
    }

    @Schema(name = "WorkCycles")
    record Cycles(Cycle last, @JsonProperty("this") Cycle now, Cycle next) {}

    static WorkCycleView of(Rhythms rhythms, LocalDate today) {
        var holding = rhythms.on(today);
        var rhythm = holding.rhythm();
        var now = rhythms.cycle(today);
        return new WorkCycleView(
                holding.effectiveFrom(),
                rhythm.startsOn(),
                rhythm.lengthDays(),
                rhythm.workingDays(),
                rhythm.hoursADay(),
                rhythm.timeZone(),
                rhythms.after(today).map(Upcoming::of).orElse(null),
                new Cycles(
                        rhythms.cycle(now.from().minusDays(1)),
                        now,
                        rhythms.cycle(now.to().plusDays(1))));
    }
}
