package ilgam.member.time.holidays;

import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/** A holiday, and the id of the calendar that it comes from. */
@Schema(name = "Holiday", description = "A holiday.")
public record HolidayView(
        @Schema(description = "The day, ISO 8601.") LocalDate date,
        @Schema(description = "What it is called.") String name,

        @Schema(description = "The id of the calendar that it comes from.")
        UUID calendar) {}
