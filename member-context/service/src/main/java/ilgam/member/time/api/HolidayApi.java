package ilgam.member.time.api;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

import ilgam.member.text.Days;
import ilgam.member.time.holiday.HolidayCalendars;
import ilgam.member.time.holidays.HolidayView;
import ilgam.member.time.holidays.Holidays;
import ilgam.member.web.Form;
import ilgam.member.web.NotFound;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.web.ETags;
import ilgam.starter.web.MakesNew;
import ilgam.starter.web.Page;

/** The company's holidays. */
@RestController
@RequestMapping("/api/holidays")
@Tag(name = "Holidays")
class HolidayApi {

    @Schema(requiredProperties = "name", description = "A holiday.", example = """
            {"name": "Foundation day"}""")
    record DayBody(
            @Schema(description = "What it is called, 1 to 100 characters.") @Nullable
            String name) {}

    private static final int MOST_DAYS = 3_700;

    private final Holidays holidays;
    private final HolidayCalendars calendars;

    HolidayApi(Holidays holidays, HolidayCalendars calendars) {
        this.holidays = holidays;
        this.calendars = calendars;
    }

    @GetMapping
    @Operation(
            operationId = "listHolidays",
            summary = "The company's holidays",
            description = "Every member sees them. Answers those of at most 3,700 days, both ends included, of all"
                    + " calendars.")
    @Refuses("400 bad-parameter")
    Page<HolidayView> list(
            @Parameter(description = "The first day, ISO 8601.") @RequestParam LocalDate from,
            @Parameter(description = "The last day, ISO 8601.") @RequestParam LocalDate to) {
        CalendarService.mustSpan(from, to, MOST_DAYS);
        return new Page<>(holidays.list(from, to), null, null);
    }

    @PutMapping("/{date}")
    @MakesNew
    @Operation(
            operationId = "nameHoliday",
            summary = "Make a day a holiday of the company",
            description = "For admins. Makes today or a later day a holiday of the company's own calendar, or gives it"
                    + " another name.")
    @Refuses({"400 day-too-far past-day", "403 role", "409 day-is-over"})
    HolidayView name(
            @Parameter(description = "The day, ISO 8601.") @PathVariable LocalDate date,
            @RequestBody DayBody body,
            Caller caller,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
        mustAdminister(caller);
        ETags.mustBeNew(ifNoneMatch, () -> isOwn(Days.typed(date)));
        var form = new Form();
        var name = form.read("/name", () -> TypedName.of(body.name()));
        form.mustBeSound();
        calendars.name(Days.typed(date), name.value(), caller);
        return new HolidayView(date, name.value(), HolidayCalendars.OWN);
    }

    @DeleteMapping("/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "dropHoliday",
            summary = "Let a day be no holiday of the company's own any more",
            description = "For admins. Days that are over stay as they were.")
    @Refuses({"400 day-too-far invalid", "403 role", "409 day-is-over"})
    void drop(@Parameter(description = "The day, ISO 8601.") @PathVariable LocalDate date, Caller caller) {
        mustAdminister(caller);
        if (!isOwn(Days.typed(date))) throw NotFound.because("The company's own calendar has no holiday on this day.");
        calendars.drop(date, caller);
    }

    private boolean isOwn(LocalDate date) {
        return holidays.list(date, date).stream().anyMatch(day -> day.calendar().equals(HolidayCalendars.OWN));
    }

    private static void mustAdminister(Caller caller) {
        Operators.mustBe(caller, "Only an admin can change holidays.");
    }
}
