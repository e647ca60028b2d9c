package ilgam.member.holidays;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of holidays.
 *
 * @param country its ISO code, when it is a country's
 * @param days how many days of it are known
 */
@Schema(name = "HolidayCalendar")
public record CalendarView(
        UUID id,
        String name,

        @Schema(allowableValues = {"country", "imported", "own"})
        String kind,

        @Nullable String country,
        long days) {}
