package ilgam.member.api;

import java.io.IOException;
import java.net.URI;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import ilgam.member.text.Days;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidReason;
import ilgam.member.text.Line;
import ilgam.member.time.holiday.CountryHolidays;
import ilgam.member.time.holiday.FileNote;
import ilgam.member.time.holiday.HolidayCalendars;
import ilgam.member.time.holiday.HolidayFile;
import ilgam.member.time.holidays.CalendarView;
import ilgam.member.time.holidays.HolidayView;
import ilgam.member.time.holidays.Holidays;
import ilgam.starter.ids.Ids;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.security.Caller;
import ilgam.starter.security.Operators;
import ilgam.starter.text.Text;
import ilgam.starter.web.ETags;
import ilgam.starter.web.MakesNew;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;
import ilgam.starter.web.StorableDates;

/** The company's holidays and the calendars that they come from. */
@RestController
@Tag(name = "Holidays")
class HolidayApi {

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

    /** The parts of a multipart upload, for the API's description. */
    @Schema(name = "HolidayFile", description = "A file of holidays.")
    record FileBody(
            @Schema(type = "string", format = "binary", description = "An iCalendar file")
            Object calendar,

            @Schema(description = "Of the calendar; that of the file unless given") @Nullable
            String name,

            @Schema(description = "The first day it counts, ISO 8601; today unless given, never in the past.") @Nullable
            LocalDate effectiveFrom) {}

    @Schema(requiredProperties = "name", description = "A holiday.", example = """
            {"name": "Foundation day"}""")
    record DayBody(
            @Schema(description = "What it is called, 1 to 100 characters.") @Nullable
            String name) {}

    @Schema(name = "Country", description = "A country whose public holidays are known.")
    record CountryView(
            @Schema(description = "Its ISO 3166 code, such as KR.")
            String code,

            @Schema(description = "Its name in the language of Accept-Language.")
            String name) {}

    /** @param notes what a file has that could not be used */
    @Schema(name = "NewHolidayCalendar", description = "A calendar of holidays that was made just now.")
    record NewCalendar(
            @Schema(description = "Its id, a UUID.") UUID id,
            @Schema(description = "What it is called.") String name,

            @Schema(
                    description = "Whether it is a country's or from a file.",
                    allowableValues = {"country", "imported"})
            String kind,

            @Schema(description = "The ISO 3166 code of its country; null when it is from a file.") @Nullable
            String country,

            @Schema(description = "How many days of it are known.")
            long days,

            @Schema(description = "What the file has that could not be used.")
            List<FileNote> notes) {

        private static NewCalendar of(CalendarView view, List<FileNote> notes) {
            return new NewCalendar(view.id(), view.name(), view.kind(), view.country(), view.days(), notes);
        }
    }

    private static final int MOST_DAYS = 3_700;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int LONGEST_NAME = 100;

    private final Holidays holidays;
    private final HolidayCalendars calendars;
    private final CountryHolidays countries;

    HolidayApi(Holidays holidays, HolidayCalendars calendars, CountryHolidays countries) {
        this.holidays = holidays;
        this.calendars = calendars;
        this.countries = countries;
    }

    @GetMapping("/api/holidays")
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

    @PutMapping("/api/holidays/{date}")
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
        var name = form.read("/name", () -> typedName(body.name()));
        form.mustBeSound();
        calendars.name(Days.typed(date), name.value(), caller);
        return new HolidayView(date, name.value(), HolidayCalendars.OWN);
    }

    @DeleteMapping("/api/holidays/{date}")
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

    @GetMapping("/api/holiday-calendars")
    @Operation(
            operationId = "listHolidayCalendars",
            summary = "The calendars that the holidays come from",
            description = "Every member sees them: those of countries, those from files, and the company's own.")
    Page<CalendarView> calendars() {
        return new Page<>(holidays.calendars(), null, null);
    }

    @GetMapping("/api/holiday-calendars/countries")
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

    @PostMapping(path = "/api/holiday-calendars", consumes = MediaType.APPLICATION_JSON_VALUE)
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
                                        schema = @Schema(implementation = FileBody.class),
                                        examples = @ExampleObject("""
                                            {"calendar": "BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:-//Ada//EN\\r\\nBEGIN:VEVENT\\r\\nUID:1\\r\\nDTSTAMP:20260101T000000Z\\r\\nDTSTART;VALUE=DATE:20201224\\r\\nRRULE:FREQ=YEARLY\\r\\nSUMMARY:Works outing\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n", "name": "Outings"}"""))
                            }))
    @Refuses({
        "400 calendar-empty calendar-unreadable invalid malformed-upload too-large",
        "403 role",
        "409 day-is-over exists-already",
        "413 body-too-large too-large"
    })
    ResponseEntity<NewCalendar> useCountry(@RequestBody CountryBody body, Caller caller) {
        mustAdminister(caller);
        var form = new Form();
        var country = form.read("/country", () -> typedCountry(body.country()));
        var from = form.read("/effectiveFrom", () -> Days.notBefore(calendars.today(), body.effectiveFrom()));
        form.mustBeSound();
        return created(calendars.useCountry(country.value(), from.value(), caller), List.of());
    }

    @PostMapping(path = "/api/holiday-calendars", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "importHolidays", hidden = true)
    ResponseEntity<NewCalendar> importFile(@Parameter(hidden = true) MultipartHttpServletRequest upload, Caller caller)
            throws IOException {
        mustAdminister(caller);
        var file = upload.getFile("calendar");
        if (file == null)
            throw new Invalid(CommonFieldReason.REQUIRED, "The upload needs an iCalendar file as its part 'calendar'.");
        if (file.getSize() > MOST_BYTES)
            throw new Refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    InvalidReason.TOO_LARGE,
                    "A calendar file has at most {most}.",
                    Map.of("most", "1 MB"));
        var name = upload.getParameter("name");
        var called = typedName(name == null || name.isBlank() ? named(file.getOriginalFilename()) : name);
        var from = Days.notBefore(calendars.today(), day(upload.getParameter("effectiveFrom")));
        var id = Ids.forCreate("holiday-calendar");
        return created(id, calendars.importFile(called, HolidayFile.of(file.getBytes()), from, id, caller));
    }

    @DeleteMapping("/api/holiday-calendars/{id}")
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

    private boolean isOwn(LocalDate date) {
        return holidays.list(date, date).stream().anyMatch(day -> day.calendar().equals(HolidayCalendars.OWN));
    }

    private ResponseEntity<NewCalendar> created(UUID id, List<FileNote> notes) {
        var view =
                holidays.calendar(id).orElseThrow(() -> NotFound.because("The calendar was removed in the meantime."));
        return ResponseEntity.created(URI.create("/api/holiday-calendars/" + id))
                .body(NewCalendar.of(view, notes));
    }

    private String typedCountry(@Nullable String country) {
        return countries
                .known(Form.given(country, "A country code is required."))
                .orElseThrow(() -> new Invalid(
                        FieldReason.COUNTRY_UNKNOWN,
                        "The holidays of this country are not known. Import a file instead."));
    }

    private static String typedName(@Nullable String name) {
        return Line.upTo(LONGEST_NAME, name, "A name has {least} to {most} characters.")
                .text();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var day = StorableDates.day(text.strip());
        if (day == null)
            throw new Invalid(FieldReason.NOT_A_DATE, "A date such as 2026-01-31 is expected as 'effectiveFrom'.");
        return day;
    }

    private static String named(@Nullable String file) {
        if (file == null || file.isBlank()) return "Holidays";
        var name = Text.tidyLine(file).replaceFirst("\\.[A-Za-z]{2,4}$", "");
        return Text.isVisible(name) ? Text.cut(name, LONGEST_NAME) : "Holidays";
    }

    private static void mustAdminister(Caller caller) {
        Operators.mustBe(caller, "Only an admin can change holidays.");
    }
}
