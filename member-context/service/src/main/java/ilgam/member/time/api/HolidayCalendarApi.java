package ilgam.member.time.api;

import java.io.IOException;
import java.net.URI;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import ilgam.member.text.Days;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.member.time.holiday.CountryHolidays;
import ilgam.member.time.holiday.FileNote;
import ilgam.member.time.holiday.HolidayCalendars;
import ilgam.member.time.holidays.CalendarView;
import ilgam.member.time.holidays.Holidays;
import ilgam.member.web.Form;
import ilgam.member.web.NotFound;
import ilgam.starter.ids.Ids;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.web.Page;

/** The calendars that the company's holidays come from. */
@RestController
@RequestMapping("/api/holiday-calendars")
@Tag(name = "Holidays")
class HolidayCalendarApi {

    @Schema(
            requiredProperties = "country",
            description = "The country whose public holidays the company has.",
            example = """
            {"country": "KR"}""")
    record CountryBody(
            @Schema(description = "Its ISO 3166 code, such as KR.") @Nullable
            String country,

            @Schema(description = "The first day it counts; today unless given, never in the past.") @Nullable
            LocalDate effectiveFrom) {}

    @Schema(name = "Country", description = "A country whose public holidays are known.")
    record CountryView(
            @Schema(description = "Its ISO 3166 code, such as KR.")
            String code,

            @Schema(description = "Its name in the language of Accept-Language.")
            String name) {}

    private final Holidays holidays;
    private final HolidayCalendars calendars;
    private final CountryHolidays countries;

    HolidayCalendarApi(Holidays holidays, HolidayCalendars calendars, CountryHolidays countries) {
        this.holidays = holidays;
        this.calendars = calendars;
        this.countries = countries;
    }

    @GetMapping
    @Operation(
            operationId = "listHolidayCalendars",
            summary = "The calendars that the holidays come from",
            description = "Every member sees them: those of countries, those from files, and the company's own.")
    Page<CalendarView> calendars() {
        return new Page<>(holidays.calendars(), null, null);
    }

    @GetMapping("/countries")
    @Operation(
            operationId = "listHolidayCountries",
            summary = "The countries whose public holidays are known",
            description = "Every member sees them, in the order of their names in the language of Accept-Language.")
    Page<CountryView> countries(Locale language) {
        var known = countries.countries().stream()
                .map(code -> new CountryView(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(CountryView::name, Collator.getInstance(language)))
                .toList();
        return new Page<>(known, null, null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "useCountryHolidays",
            summary = "Take the public holidays of a country, or of a file",
            description =
                    "For admins. As JSON it names a country whose holidays are known and kept up to date; as an upload it brings an"
                            + " iCalendar file. Answers the calendar and, of a file, what could not be used.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = CountryBody.class)),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = HolidayFileBody.class),
                                        examples = @ExampleObject("""
                                            {"calendar": "BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:-//Ada//EN\\r\\nBEGIN:VEVENT\\r\\nUID:1\\r\\nDTSTAMP:20260101T000000Z\\r\\nDTSTART;VALUE=DATE:20201224\\r\\nRRULE:FREQ=YEARLY\\r\\nSUMMARY:Works outing\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n", "name": "Outings"}"""))
                            }))
    @Refuses({
        "400 calendar-empty calendar-unreadable invalid malformed-upload too-large",
        "403 role",
        "409 day-is-over exists-already",
        "413 body-too-large too-large"
    })
    ResponseEntity<NewHolidayCalendar> useCountry(@RequestBody CountryBody body, Caller caller) {
        mustAdminister(caller);
        var form = new Form();
        var country = form.read("/country", () -> typedCountry(body.country()));
        var from = form.read("/effectiveFrom", () -> Days.notBefore(calendars.today(), body.effectiveFrom()));
        form.mustBeSound();
        return created(calendars.useCountry(country.value(), from.value(), caller), List.of());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "importHolidays", hidden = true)
    ResponseEntity<NewHolidayCalendar> importFile(
            @Parameter(hidden = true) MultipartHttpServletRequest upload, Caller caller) throws IOException {
        mustAdminister(caller);
        var file = HolidayUpload.of(upload, calendars.today());
        var id = Ids.forCreate("holiday-calendar");
        return created(id, calendars.importFile(file.name(), file.holidays(), file.from(), id, caller));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "withdrawHolidays",
            summary = "Give a calendar up, with its days from today on",
            description = "For admins. Its days from today on are no holidays any more; those that are over stay.")
    @Refuses("403 role")
    void withdraw(@PathVariable UUID id, Caller caller) {
        mustAdminister(caller);
        if (!calendars.withdraw(id, caller)) throw NotFound.because("There is no holiday calendar with this id.");
    }

    private ResponseEntity<NewHolidayCalendar> created(UUID id, List<FileNote> notes) {
        var view =
                holidays.calendar(id).orElseThrow(() -> NotFound.because("The calendar was removed in the meantime."));
        return ResponseEntity.created(URI.create("/api/holiday-calendars/" + id))
                .body(NewHolidayCalendar.of(view, notes));
    }

    private String typedCountry(@Nullable String country) {
        return countries
                .known(Form.given(country, "A country code is required."))
                .orElseThrow(() -> new Invalid(
                        FieldReason.COUNTRY_UNKNOWN,
                        "The holidays of this country are not known. Import a file instead."));
    }

    private static void mustAdminister(Caller caller) {
        Operators.mustBe(caller, "Only an admin can change holidays.");
    }
}
