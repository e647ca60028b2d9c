package ilgam.member.time.calendars;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day of a member.
 */
@Schema(name = "CalendarDay", description = "A day of a member.")
public record Day(
        @Schema(description = "The day, ISO 8601.") LocalDate date,

        @Schema(description = "Whether the work cycle has it and it is no holiday.")
        boolean workingDay,

        @Schema(description = "The hours of work that leave leaves over.")
        BigDecimal hours,

        @Schema(description = "The name of the holiday; null when it is none.") @Nullable
        String holiday,

        @Schema(
                description = "The part of the day that is taken as leave; null for none.",
                allowableValues = {"day", "morning", "afternoon"})
        @Nullable
        String leave) {}
