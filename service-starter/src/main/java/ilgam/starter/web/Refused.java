package ilgam.starter.web;

import java.util.List;

import org.springframework.http.HttpStatus;

/** A request is answered with a problem document. For the edge only: aggregates have refusals of their own. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String reason;
    private final transient List<FieldError> errors;

    public Refused(HttpStatus status, String reason, String detail) {
        this(status, reason, detail, List.of());
    }

    /**
     * Says why.
     *
     * @param reason stable code
     * @param detail a sentence that a member can act on
     */
    public Refused(HttpStatus status, String reason, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.reason = reason;
        this.errors = List.copyOf(errors);
    }

    /** The answer's status. */
    public HttpStatus status() {
        return status;
    }

    /** The stable code. */
    public String reason() {
        return reason;
    }

    /** What is wrong with single fields. */
    public List<FieldError> errors() {
        return errors;
    }
}
