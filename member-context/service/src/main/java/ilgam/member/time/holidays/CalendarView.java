package ilgam.member.time.holidays;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of holidays.
 */
@Schema(name = "HolidayCalendar", description = "A calendar of holidays.")
public record CalendarView(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "What it is called.") String name,

        @Schema(
                description = "Whether it is a country's, from a file, or the company's own.",
                allowableValues = {"country", "imported", "own"})
        String kind,

        @Schema(description = "The ISO 3166 code of its country; null for others.") @Nullable
        String country,

        @Schema(description = "How many days of it are known.")
        long days) {}
