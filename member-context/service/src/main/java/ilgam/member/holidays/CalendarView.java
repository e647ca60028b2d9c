package ilgam.member.holidays;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of holidays.
 *
 * @param country the ISO code of a country's calendar; null for others
 * @param days how many of its days are known
 */
@Schema(name = "HolidayCalendar")
public record CalendarView(
        UUID id,
        String name,

        @Schema(allowableValues = {"country", "imported", "own"})
        String kind,

        @Nullable String country,
        long days) {}
