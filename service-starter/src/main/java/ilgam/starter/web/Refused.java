package ilgam.starter.web;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** Answers a request with a problem document. For controllers only: aggregates have refusals of their own. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Refusal reason;
    private final transient Sentence sentence;
    private final transient List<FieldError> errors;

    public Refused(HttpStatus status, Refusal reason, String detail) {
        this(status, reason, Sentence.of(detail), List.of());
    }

    /** With placeholders for values, as in {@link Sentence}. */
    public Refused(HttpStatus status, Refusal reason, String detail, Map<String, ?> values) {
        this(status, reason, Sentence.of(detail, values), List.of());
    }

    /** By a rule that is checked before the command is sent, with placeholders for values. */
    public Refused(RuleReason reason, String detail, Map<String, ?> values) {
        this(Problem.statusOf(reason.kind()), reason, detail, values);
    }

    /**
     * Creates a refusal.
     *
     * @param reason stable code
     * @param sentence that a member can act on
     */
    public Refused(HttpStatus status, Refusal reason, Sentence sentence, List<FieldError> errors) {
        super(sentence.text(), null, false, false);
        this.status = status;
        this.reason = reason;
        this.sentence = sentence;
        this.errors = List.copyOf(errors);
    }

    /** The answer's status. */
    public HttpStatus status() {
        return status;
    }

    /** The stable code. */
    public Refusal reason() {
        return reason;
    }

    /** The sentence for the caller. */
    public Sentence sentence() {
        return sentence;
    }

    /** Refusals of single fields. */
    public List<FieldError> errors() {
        return errors;
    }
}
