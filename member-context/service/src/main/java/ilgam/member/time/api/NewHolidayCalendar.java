package ilgam.member.time.api;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.time.holiday.FileNote;
import ilgam.member.time.holidays.CalendarView;

/**
 * A calendar of holidays that was made just now.
 *
 * @param notes what a file has that could not be used
 */
@Schema(name = "NewHolidayCalendar", description = "A calendar of holidays that was made just now.")
record NewHolidayCalendar(
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

    static NewHolidayCalendar of(CalendarView view, List<FileNote> notes) {
        return new NewHolidayCalendar(view.id(), view.name(), view.kind(), view.country(), view.days(), notes);
    }
}
