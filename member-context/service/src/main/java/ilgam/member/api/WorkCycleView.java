package ilgam.member.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.calendars.Rhythms;
import ilgam.member.calendars.Rhythms.Dated;
import ilgam.member.language.CyclePeriod;

import static ilgam.member.language.CyclePeriod.Which.LAST;
import static ilgam.member.language.CyclePeriod.Which.NEXT;
import static ilgam.member.language.CyclePeriod.Which.THIS;
import static java.util.Objects.requireNonNull;

/**
 * How the caller works on a day, and the cycles around it.
 *
 * @param effectiveFrom null until a rhythm of one's own is set
 * @param upcoming those that take effect later, the earliest first
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
            var rhythm = dated.rhythm();
            return new Upcoming(
                    requireNonNull(dated.effectiveFrom()),
                    rhythm.startsOn(),
                    rhythm.lengthDays(),
                    rhythm.workingDays(),
                    rhythm.hoursADay(),
                    rhythm.timeZone());
        }
    }

    @Schema(name = "WorkCycles")
    record Cycles(CyclePeriod last, @JsonProperty("this") CyclePeriod now, CyclePeriod next) {}

    static WorkCycleView of(Rhythms rhythms, LocalDate today) {
        var holding = rhythms.on(today);
        var rhythm = holding.rhythm();
        return new WorkCycleView(
                holding.effectiveFrom(),
                rhythm.startsOn(),
                rhythm.lengthDays(),
                rhythm.workingDays(),
                rhythm.hoursADay(),
                rhythm.timeZone(),
                rhythms.after(today).stream().map(Upcoming::of).toList(),
                new Cycles(rhythms.cycle(LAST, today), rhythms.cycle(THIS, today), rhythms.cycle(NEXT, today)));
    }
}
