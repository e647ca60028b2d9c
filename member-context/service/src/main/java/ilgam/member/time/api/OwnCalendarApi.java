package ilgam.member.time.api;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.language.MemberId;
import ilgam.member.time.calendars.Day;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;

/** A member's own days. */
@RestController
@RequestMapping("/api/members/me/calendar")
@Tag(name = "Work calendar")
class OwnCalendarApi {

    @Schema(name = "MemberCalendar", description = "The days of a member.")
    record CalendarView(
            @Schema(description = "Each day of the span, the earliest first.")
            List<Day> days) {}

    private static final int MOST_DAYS = 400;

    private final CalendarService calendar;

    OwnCalendarApi(CalendarService calendar) {
        this.calendar = calendar;
    }

    @GetMapping
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
}
