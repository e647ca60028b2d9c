package ilgam.member.time.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.people.profile.HomeZone;
import ilgam.member.text.Days;
import ilgam.member.time.calendar.WorkCycle;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;

/** A member's own work cycles. */
@RestController
@RequestMapping("/api/members/me/work-cycle")
@Tag(name = "Work calendar")
class WorkCycleApi {

    @Schema(
            requiredProperties = {"startsOn", "lengthDays", "workingDays", "hoursADay", "timeZone"},
            description = "How the caller works from a day on.",
            example = """
            {"startsOn": "2026-01-05", "lengthDays": 14, "workingDays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "hoursADay": 8, "timeZone": "Asia/Seoul"}""")
    record WorkCycleBody(
            @Schema(description = "A day on which a cycle starts.") @Nullable
            LocalDate startsOn,

            @Schema(description = "How many days a cycle has, 1 to 92.", minimum = "1", maximum = "92") @Nullable
            Integer lengthDays,

            @Schema(description = "The days of the week that are worked on.") @Nullable
            List<@Nullable DayOfWeek> workingDays,

            @Schema(description = "How many hours a working day has: more than 0, at most 24, by quarters.") @Nullable
            BigDecimal hoursADay,

            @Schema(description = "The IANA time zone in which the member's days start.") @Nullable
            String timeZone,

            @Schema(description = "The first day it holds; today unless given, never in the past.") @Nullable
            LocalDate effectiveFrom) {}

    private final CalendarService calendar;

    WorkCycleApi(CalendarService calendar) {
        this.calendar = calendar;
    }

    @GetMapping
    @Operation(
            operationId = "showWorkCycle",
            summary = "My work cycle",
            description = "Answers how the caller works on a day, the cycles around it, and what takes effect later."
                    + " Without a work cycle of their own it is the company's time zone and five days of eight"
                    + " hours.")
    ResponseEntity<WorkCycleView> workCycle(
            @Parameter(description = "The day to look from; today unless given")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate on,
            Caller caller) {
        var version = calendar.version(caller);
        var workCycles = calendar.workCycles(caller);
        var shown = WorkCycleView.of(workCycles, on == null ? calendar.today(workCycles) : CalendarService.inReach(on));
        return ResponseEntity.ok().eTag(CalendarTag.of(version, shown)).body(shown);
    }

    @PutMapping
    @Operation(
            operationId = "setWorkCycle",
            summary = "Set my work cycle from a date on",
            description = "Sets how the caller works from today or from a later day on; days that are over stay as they"
                    + " were. Answers the work cycle of today.")
    @Refuses("409 cycle-has-begun day-is-over")
    ResponseEntity<WorkCycleView> setWorkCycle(
            @RequestBody WorkCycleBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        var form = new Form();
        var start = form.read("/startsOn", () -> day(body.startsOn()));
        var length = form.read("/lengthDays", () -> WorkCycle.typedLength(body.lengthDays()));
        var days = form.read("/workingDays", () -> WorkCycle.typedDays(body.workingDays()));
        var hours = form.read("/hoursADay", () -> WorkCycle.typedHours(body.hoursADay()));
        var zone =
                form.read("/timeZone", () -> HomeZone.typed(Form.given(body.timeZone(), "A time zone is required.")));
        var home = zone.orNull();
        var today = calendar.todayAlsoIn(home == null ? HomeZone.UTC.name() : home.name(), caller);
        var from = form.read("/effectiveFrom", () -> Days.notBefore(today, body.effectiveFrom()));
        form.mustBeSound();
        var workCycle = new WorkCycle(
                start.value(),
                length.value(),
                days.value(),
                hours.value(),
                zone.value().name());
        calendar.set(from.value(), workCycle, today, CalendarTag.seen(seen), caller);
        return workCycle(null, caller);
    }

    @DeleteMapping("/{effectiveFrom}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "cancelWorkCycle",
            summary = "Cancel a work cycle that has not taken effect yet",
            description = "Cancels a work cycle of the caller before its first day; the one before it goes on.")
    @Refuses({"400 day-too-far invalid", "409 cycle-has-begun"})
    void cancelWorkCycle(
            @Parameter(description = "The first day of the work cycle, ISO 8601.") @PathVariable
                    LocalDate effectiveFrom,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        calendar.cancel(effectiveFrom, CalendarTag.seen(seen), caller);
    }

    private static LocalDate day(@Nullable LocalDate day) {
        return Days.typed(Form.given(day, "A date such as 2026-01-31 is required."));
    }
}
