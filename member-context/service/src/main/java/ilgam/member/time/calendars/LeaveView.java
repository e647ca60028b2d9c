package ilgam.member.time.calendars;

import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Leave that a member has taken, both ends included.
 */
@Schema(name = "Leave", description = "Leave of a member, both ends included.")
public record LeaveView(
        @Schema(description = "Its id, a UUID.") UUID id,
        @Schema(description = "The first day, ISO 8601.") LocalDate from,
        @Schema(description = "The last day, ISO 8601.") LocalDate to,

        @Schema(
                description = "The part of each day.",
                allowableValues = {"day", "morning", "afternoon"})
        String part,

        @Schema(description = "Whether it was ended early: then its days so far stay.")
        boolean ended) {}
