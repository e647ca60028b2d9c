package ilgam.member.holiday;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import ilgam.starter.text.WordsOf;

/**
 * An event of a file that could not be used; the others are.
 *
 * @param line of the file, counted from 1
 * @param reason a sentence
 * @param cause the same as a word: {@code not-a-rule}, {@code no-name}, …
 * @param values what the sentence tells of, by name
 */
@Schema(name = "HolidayFileNote")
public record FileNote(
        int line, String reason, @WordsOf(FileFault.class) String cause, Map<String, Object> values) {}
