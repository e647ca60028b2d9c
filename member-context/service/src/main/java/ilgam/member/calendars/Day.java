package ilgam.member.calendars;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day of a member.
 *
 * @param workingDay whether it is a working day of the work cycle and no holiday
 * @param hours of work that remain after leave
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
