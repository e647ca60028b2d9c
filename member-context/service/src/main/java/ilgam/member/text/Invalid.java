package ilgam.member.text;

import org.jspecify.annotations.Nullable;

/** What somebody typed cannot be taken as it is; the message tells them why. */
public class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String reason;

    public Invalid(String message) {
        this(null, message);
    }

    /** With a stable code, for clients that have words of their own. */
    public Invalid(@Nullable String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public @Nullable String reason() {
        return reason;
    }

    /** The sentence for the person who typed it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
