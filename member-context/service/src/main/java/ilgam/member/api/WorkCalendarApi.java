package ilgam.member.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.calendar.Leave;
import ilgam.member.calendar.WorkCycle;
import ilgam.member.calendars.Day;
import ilgam.member.calendars.LeaveView;
import ilgam.member.language.MemberId;
import ilgam.member.language.WorkCalendarEvent.Part;
import ilgam.member.profile.HomeZone;
import ilgam.member.text.Days;
import ilgam.member.text.Invalid;
import ilgam.starter.ids.Ids;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Page;

/** A member's own work cycle, leave and calendar. */
@RestController
@RequestMapping("/api/members/me")
@Tag(name = "Work calendar")
class WorkCalendarApi {

    @Schema(requiredProperties = {"startsOn", "lengthDays", "workingDays", "hoursADay", "timeZone"})
    record WorkCycleBody(
            @Schema(description = "A day on which a cycle starts.") @Nullable
            LocalDate startsOn,

            @Schema(minimum = "1", maximum = "92") @Nullable Integer lengthDays,

            @Nullable List<@Nullable DayOfWeek> workingDays,

            @Schema(description = "More than 0, at most 24, by quarters.") @Nullable
            BigDecimal hoursADay,

            @Nullable String timeZone,

            @Schema(description = "The first day it holds; today unless given, never in the past.") @Nullable
            LocalDate effectiveFrom) {}

    @Schema(requiredProperties = {"from", "to"})
    record LeaveBody(
            @Nullable LocalDate from,
            @Nullable LocalDate to,

            @Schema(allowableValues = {"day", "morning", "afternoon"}) @Nullable
            String part) {}

    @Schema(name = "MemberCalendar")
    record CalendarView(List<Day> days) {}

    private static final int MOST_DAYS = 400;

    private final CalendarService calendar;

    WorkCalendarApi(CalendarService calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/work-cycle")
    @Operation(operationId = "showWorkCycle", summary = "My work cycle")
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

    @PutMapping("/work-cycle")
    @Operation(operationId = "setWorkCycle", summary = "Set my work cycle from a date on")
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

    @DeleteMapping("/work-cycle/{effectiveFrom}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "cancelWorkCycle", summary = "Cancel a work cycle that has not taken effect yet")
    void cancelWorkCycle(
            @PathVariable LocalDate effectiveFrom,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        calendar.cancel(effectiveFrom, CalendarTag.seen(seen), caller);
    }

    @GetMapping("/leave")
    @Operation(operationId = "listLeave", summary = "My leave, the earliest first")
    ResponseEntity<Page<LeaveView>> leave(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Caller caller) {
        var version = calendar.version(caller);
        var shown = calendar.leave(from, to, caller);
        return ResponseEntity.ok().eTag(CalendarTag.of(version, shown)).body(new Page<>(shown, null, null));
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "takeLeave", summary = "Take leave, up to 31 days back")
    ResponseEntity<LeaveView> take(
            @RequestBody LeaveBody body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        var form = new Form();
        var from = form.read("/from", () -> day(body.from()));
        var to = form.read("/to", () -> day(body.to()));
        var part = form.read("/part", () -> part(body.part()));
        form.mustBeSound();
        var days = form.read("/to", () -> Leave.typed(from.value(), to.value(), part.value()));
        form.mustBeSound();
        var id = Ids.forCreate("leave");
        var taken = calendar.take(id, days.value(), CalendarTag.seen(seen), caller);
        return ResponseEntity.created(URI.create("/api/members/me/leave/" + id))
                .eTag(CalendarTag.of(calendar.version(caller), taken))
                .body(taken);
    }

    @DeleteMapping("/leave/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "cancelLeave", summary = "Cancel leave; when it has begun, from today on")
    void cancel(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        calendar.cancel(id, CalendarTag.seen(seen), caller);
    }

    @GetMapping("/calendar")
    @Operation(operationId = "showOwnCalendar", summary = "My days: work, holidays and leave")
    CalendarView calendar(@RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        CalendarService.mustSpan(from, to, MOST_DAYS);
        return new CalendarView(calendar.days(new MemberId(caller.member()), from, to));
    }

    private static LocalDate day(@Nullable LocalDate day) {
        return Days.typed(Form.given(day, "A date such as 2026-01-31 is required."));
    }

    private static Part part(@Nullable String part) {
        if (part == null) return Part.DAY;
        return Arrays.stream(Part.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(part))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        CommonFieldReason.CHOICE,
                        "The part of a day must be day, morning or afternoon.",
                        Map.of(
                                "choices",
                                Arrays.stream(Part.values())
                                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }
}
