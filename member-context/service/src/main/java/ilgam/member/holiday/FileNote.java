package ilgam.member.holiday;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An event of a file that could not be used; the others are.
 *
 * @param line of the file, counted from 1
 * @param reason a sentence
 */
@Schema(name = "HolidayFileNote")
public record FileNote(int line, String reason) {}
