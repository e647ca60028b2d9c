package ilgam.member.calendars;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day of a member.
 *
 * @param workingDay whether the work cycle has it and it is no holiday
 * @param hours of work that leave leaves over
 * @param leave day, morning or afternoon
 */
@Schema(name = "CalendarDay")
public record Day(
        LocalDate date,
        boolean workingDay,
        BigDecimal hours,
        @Nullable String holiday,

        @Schema(allowableValues = {"day", "morning", "afternoon"}) @Nullable
        String leave) {}
