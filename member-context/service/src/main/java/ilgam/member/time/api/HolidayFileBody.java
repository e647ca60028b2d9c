package ilgam.member.time.api;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart upload, for the API's description. */
@Schema(name = "HolidayFile", description = "A file of holidays.")
record HolidayFileBody(
        @Schema(type = "string", format = "binary", description = "An iCalendar file")
        Object calendar,

        @Schema(description = "Of the calendar; that of the file unless given") @Nullable
        String name,

        @Schema(description = "The first day it counts, ISO 8601; today unless given, never in the past.") @Nullable
        LocalDate effectiveFrom) {}
