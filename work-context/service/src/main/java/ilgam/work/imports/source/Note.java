package ilgam.work.imports.source;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A value of a line that was tidied.
 *
 * @param field its name in the file
 * @param was the whole value
 * @param became the value that was used instead; null for none
 * @param isPersonal whether the value identifies a person; it is not shown then
 */
public record Note(
        String field, @Nullable String was, @Nullable String became, Reason reason, boolean isPersonal) {

    /** Why a value was tidied; the web app has a sentence for each. */
    public enum Reason {
        TOO_LONG,
        TOO_MANY,
        CHARACTERS,
        NOTHING_VISIBLE,
        MISSING,
        EMPTY,
        NOT_A_TEXT,
        NOT_A_LIST,
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        UNKNOWN_PRIORITY,
        UNKNOWN_SEVERITY,
        SEVERITY_OF_TASK,
        UNREADABLE_TIME,
        FUTURE_TIME,
        ZONE_ASSUMED,
        UNKNOWN_ZONE,
        UNKNOWN_STATUS,
        UNKNOWN_CATEGORY,
        UNKNOWN_WORD,
        TWICE,
        STATUS_WITHOUT_MOVES,
        STATUS_WITHOUT_HISTORY,
        STATUS_DIFFERS,
        OWN_ANCESTOR,
        NESTED_TOO_DEEP,
        PERSON_REFUSED,
        PERSONAL_DATA;

        /** The name in views. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Note of(String field, @Nullable String was, @Nullable String became, Reason reason) {
        return new Note(field, was, became, reason, false);
    }

    public static Note ofPerson(String field, @Nullable String was, Reason reason) {
        return new Note(field, was, null, reason, true);
    }
}
