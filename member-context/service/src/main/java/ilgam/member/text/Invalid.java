package ilgam.member.text;

import java.util.Map;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** An input is not valid; the message says why. */
public class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;
    private final transient Sentence sentence;

    /** With a stable reason, for clients that have texts of their own. */
    public Invalid(Refusal reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    /** With a sentence that has placeholders for values; see {@link Sentence}. */
    public Invalid(Refusal reason, String sentence, Map<String, ?> values) {
        this(reason, Sentence.of(sentence, values));
    }

    Invalid(Refusal reason, Sentence sentence) {
        super(sentence.text());
        this.reason = reason;
        this.sentence = sentence;
    }

    public Refusal reason() {
        return reason;
    }

    /** The reason of the problem response: the common one when the reason is that of a field. */
    public Refusal reasonOfProblem() {
        return isOfField() ? CommonReason.INVALID : reason;
    }

    /** Whether the reason is about a field, not about the body as a whole. */
    public boolean isOfField() {
        return reason instanceof FieldReason || reason instanceof CommonFieldReason;
    }

    /** The sentence for the person who typed the input. */
    public Sentence sentence() {
        return sentence;
    }
}
