package ilgam.member.holiday;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.starter.text.WordsOf;

/**
 * An event of a file that could not be used; its other events were.
 *
 * @param line of the file, counted from 1
 * @param reason a sentence
 * @param cause a stable code: {@code not-a-rule}, {@code no-name}, …
 * @param values the values in the sentence, by name
 */
@Schema(name = "HolidayFileNote")
public record FileNote(
        int line, String reason, @WordsOf(FileFault.class) String cause, Map<String, Object> values) {}
