package ilgam.starter.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonReason;

/** The size of a page that a client may ask for. */
public final class Limits {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    private Limits() {}

    /** From 1 to 200; 50 by default. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) return DEFAULT;
        if (asked < 1 || asked > MOST)
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    CommonReason.LIMIT_OUT_OF_RANGE,
                    "The limit must be between {least} and {most}.",
                    Map.of("least", 1, "most", MOST));
        return asked;
    }
}
