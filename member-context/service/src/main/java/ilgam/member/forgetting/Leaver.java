package ilgam.member.forgetting;

import java.util.Set;

import ilgam.member.language.MemberId;

/**
 * Whoever is to be forgotten.
 *
 * @param addresses the e-mail addresses they are or were known by anywhere, in the form that is compared, for
 *     features that know people by their address only; none when they are forgotten already
 */
public record Leaver(MemberId member, Set<String> addresses) {

    @Override
    public String toString() {
        return "Leaver " + member;
    }
}
