package ilgam.starter.refusal;

import org.jspecify.annotations.Nullable;

/** The reason why a rule of an aggregate refuses. It says itself what the edge needs to answer. */
public interface RuleReason extends Refusal {

    /** What kind of refusal it is. */
    Kind kind();

    /** The field of a request that the rule is about; null when it is about the whole request. */
    default @Nullable String field() {
        return null;
    }

    /** The kinds of refusals by rules. */
    enum Kind {
        /** The values do not go together. */
        INVALID,
        /** The caller may not do this. */
        FORBIDDEN,
        /** What is to be changed is not there. */
        MISSING,
        /** The present state does not allow it. */
        CONFLICT,
        /** Somebody else changed the same thing in the meantime. */
        STALE
    }
}
