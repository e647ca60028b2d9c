package ilgam.member.time.api;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.language.WorkCalendarEvent.Part;
import ilgam.member.text.Days;
import ilgam.member.text.Invalid;
import ilgam.member.time.calendar.Leave;
import ilgam.member.time.calendars.LeaveView;
import ilgam.member.web.Form;
import ilgam.starter.ids.Ids;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Page;

/** A member's own leave. */
@RestController
@RequestMapping("/api/members/me/leave")
@Tag(name = "Work calendar")
class LeaveApi {

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

    private final CalendarService calendar;

    LeaveApi(CalendarService calendar) {
        this.calendar = calendar;
    }

    @GetMapping
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

    @PostMapping
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

    @DeleteMapping("/{id}")
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
