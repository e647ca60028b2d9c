package ilgam.work.words;

import java.util.Map;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A value is not valid. The message is a sentence for the member; the reason is a stable code. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;
    private final transient Sentence sentence;

    public Invalid(Refusal reason, String sentence) {
        this(reason, sentence, Map.of());
    }

    /** With a sentence that has placeholders for values; see {@link Sentence}. */
    public Invalid(Refusal reason, String sentence, Map<String, ?> values) {
        this(reason, Sentence.of(sentence, values));
    }

    private Invalid(Refusal reason, Sentence sentence) {
        super(sentence.text());
        this.reason = reason;
        this.sentence = sentence;
    }

    public Refusal reason() {
        return reason;
    }

    public Sentence sentence() {
        return sentence;
    }
}
