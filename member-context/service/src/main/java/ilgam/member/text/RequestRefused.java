package ilgam.member.text;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A request is refused by a rule outside of the aggregates, with everything that its answer needs. */
public abstract class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;
    private final transient Sentence sentence;
    private final @Nullable Duration retryAfter;

    protected RequestRefused(Refusal reason, Sentence sentence) {
        this(reason, sentence, null);
    }

    protected RequestRefused(Refusal reason, Sentence sentence, @Nullable Duration retryAfter) {
        super(sentence.text());
        this.reason = reason;
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    /** The rule that refuses. */
    public Refusal reason() {
        return reason;
    }

    /** The sentence for the client. */
    public Sentence sentence() {
        return sentence;
    }

    /** How long to wait before trying again; null when waiting does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
