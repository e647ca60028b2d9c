package ilgam.member.time.holiday;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.starter.text.WordsOf;

/**
 * An event of a file that could not be used; its other events were.
 */
@Schema(name = "HolidayFileNote", description = "An event of a calendar file that could not be used; the others are.")
public record FileNote(
        @Schema(description = "The line of the file, counted from 1.")
        int line,

        @Schema(description = "A sentence about it.") String reason,

        @Schema(description = "The same as a word that stays.") @WordsOf(FileFault.class)
        String cause,

        @Schema(description = "What the sentence tells of, by name.")
        Map<String, Object> values) {}
