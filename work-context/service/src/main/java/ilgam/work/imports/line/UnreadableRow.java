package ilgam.work.imports.line;

import java.util.Locale;
import java.util.Map;

import ilgam.starter.refusal.Sentence;

/** A line is rejected. The message says why, for the member who requested the import. */
public final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The only reasons to reject a line. Any other fault of a value is tidied. */
    public enum Cause {
        NOT_JSON,
        NOT_UTF8,
        TOO_LONG,
        NO_ID,
        ID_AGAIN,
        OTHER_PROJECT,
        UNKNOWN_ITEM,
        NO_TIME,
        TOO_MANY_EVENTS,
        /** A rule of the aggregate refused the item. */
        REFUSED;

        /** The name in views. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Cause why;
    private final transient Sentence sentence;

    public UnreadableRow(Cause why, String sentence) {
        this(why, Sentence.of(sentence));
    }

    /** With a sentence that has placeholders for values; see {@link Sentence}. */
    public UnreadableRow(Cause why, String sentence, Map<String, ?> values) {
        this(why, Sentence.of(sentence, values));
    }

    public UnreadableRow(Cause why, Sentence sentence) {
        super(sentence.text(), null, false, false);
        this.why = why;
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }

    public Cause why() {
        return why;
    }
}
