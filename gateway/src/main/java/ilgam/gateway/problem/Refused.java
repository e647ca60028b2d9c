package ilgam.gateway.problem;

import org.jspecify.annotations.Nullable;

/** The gateway will not pass this request on; the problem says why. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** The problem that made this fail, or null if something else did. */
    public static @Nullable Problem in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof Refused refused) return refused.problem;
        return null;
    }
}
