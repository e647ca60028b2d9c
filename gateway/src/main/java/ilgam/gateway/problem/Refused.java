package ilgam.gateway.problem;

import org.jspecify.annotations.Nullable;

/** A request that the gateway refuses to route, with its problem. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** The problem in this failure or one of its causes, or null. */
    public static @Nullable Problem in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof Refused refused) return refused.problem;
        return null;
    }
}
