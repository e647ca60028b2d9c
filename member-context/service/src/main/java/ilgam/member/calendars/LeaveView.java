package ilgam.member.calendars;

import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Leave that a member has taken, both ends included.
 *
 * @param part day, morning or afternoon
 * @param ended whether it was ended early; its days until then stay
 */
@Schema(name = "Leave")
public record LeaveView(
        UUID id,
        LocalDate from,
        LocalDate to,

        @Schema(allowableValues = {"day", "morning", "afternoon"})
        String part,

        boolean ended) {}
