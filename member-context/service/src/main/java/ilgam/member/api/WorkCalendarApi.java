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

import ilgam.member.language.MemberId;
import ilgam.member.language.WorkCalendarEvent.Part;
import ilgam.member.people.profile.HomeZone;
import ilgam.member.text.Days;
import ilgam.member.text.Invalid;
import ilgam.member.time.calendar.Leave;
import ilgam.member.time.calendar.WorkCycle;
import ilgam.member.time.calendars.Day;
import ilgam.member.time.calendars.LeaveView;
import ilgam.starter.ids.Ids;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Page;

/** A member's own work cycle, leave and calendar. */
@RestController
@RequestMapping("/api/members/me")
@Tag(name = "Work calendar")
class WorkCalendarApi {

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

    @Schema(
            requiredProperties = {"from", "to"},
            description = "Leave to take, both ends included.",
            example = """
            {"from": "2099-12-24", "to": "2099-12-31"}""")
    record LeaveBody(
            @Schema(description = "The first day, ISO 8601; up to 31 days back.") @Nullable
            LocalDate from,

            @Schema(description = "The last day, ISO 8601.") @Nullable
            LocalDate to,

            @Schema(
                    description = "The part of each day; the whole day unless given.",
                    allowableValues = {"day", "morning", "afternoon"})
            @Nullable
            String part) {}

    @Schema(name = "MemberCalendar", description = "The days of a member.")
    record CalendarView(
            @Schema(description = "Each day of the span, the earliest first.")
            List<Day> days) {}

    private static final int MOST_DAYS = 400;

    private final CalendarService calendar;

    WorkCalendarApi(CalendarService calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/work-cycle")
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

    @PutMapping("/work-cycle")
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

    @DeleteMapping("/work-cycle/{effectiveFrom}")
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

    @GetMapping("/leave")
    @Operation(
            operationId = "listLeave",
            summary = "My leave, the earliest first",
            description = "Answers the caller's leave that touches the span; all of it without one.")
    ResponseEntity<Page<LeaveView>> leave(
            @Parameter(description = "The first day, ISO 8601; the first of all unless given.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day, ISO 8601; the last of all unless given.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            Caller caller) {
        var version = calendar.version(caller);
        var shown = calendar.leave(from, to, caller);
        return ResponseEntity.ok().eTag(CalendarTag.of(version, shown)).body(new Page<>(shown, null, null));
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "takeLeave",
            summary = "Take leave, up to 31 days back",
            description = "Takes leave of the caller from up to 31 days back on. It overlaps no other leave of theirs.")
    @Refuses({"400 day-too-far", "409 leave-overlaps leave-long-ago"})
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
    @Operation(
            operationId = "cancelLeave",
            summary = "Cancel leave; when it has begun, from today on",
            description = "Cancels leave of the caller. When it has begun, it ends today and its days so far stay; what"
                    + " is over for more than 31 days stays.")
    @Refuses("409 leave-is-over leave-long-ago")
    void cancel(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        calendar.cancel(id, CalendarTag.seen(seen), caller);
    }

    @GetMapping("/calendar")
    @Operation(
            operationId = "showOwnCalendar",
            summary = "My days: work, holidays and leave",
            description = "Answers each day of the caller, at most 400 of them, both ends included: hours of work,"
                    + " holidays and leave.")
    @Refuses("400 bad-parameter")
    CalendarView calendar(
            @Parameter(description = "The first day, ISO 8601.") @RequestParam LocalDate from,
            @Parameter(description = "The last day, ISO 8601.") @RequestParam LocalDate to,
            Caller caller) {
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
