package ilgam.member.text;

import java.util.Map;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** What somebody typed cannot be taken as it is; the message tells them why. */
public class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;
    private final transient Sentence sentence;

    /** With a stable code, for clients that have words of their own. */
    public Invalid(Refusal reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    /** The same with a sentence that has places for its values, as {@link Sentence} says. */
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

    /** By what a problem goes that this is the whole of: reasons of fields are told beside a common one. */
    public Refusal reasonOfProblem() {
        return isOfField() ? CommonReason.INVALID : reason;
    }

    /** Whether it is told as what is wrong with a field, or with the body as a whole. */
    public boolean isOfField() {
        return reason instanceof FieldReason || reason instanceof CommonFieldReason;
    }

    /** The sentence for the person who typed it. */
    public Sentence sentence() {
        return sentence;
    }
}
