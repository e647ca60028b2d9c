package ilgam.member.audit;

import org.jspecify.annotations.Nullable;

/**
 * What was changed, as short words: a role, the rule of sign-up, the name of a token, the id of a member.
 *
 * @param was null where there was nothing before
 * @param became null where there is nothing any more
 */
public record Change(@Nullable String was, @Nullable String became) {

    /** Nothing that could be told in a word. */
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
