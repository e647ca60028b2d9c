package ilgam.member.identity.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a security event changed, as short words: a role, the sign-up rule, the name of a token, the id of a member.
 *
 * @param was null when nothing was there before
 * @param became null when nothing is there any more
 */
public record Change(@Nullable String was, @Nullable String became) {

    /** No recorded change. */
    static final Change NONE = new Change(null, null);

    private static final int LONGEST = 1_000;

    public Change {
        was = shortened(was);
        became = shortened(became);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
