package ilgam.member.privacy;

import java.util.Set;

import ilgam.member.language.MemberId;

/**
 * Whoever is to be forgotten.
 *
 * @param addresses the e-mail addresses they are or were known by anywhere, in the form that is compared, for
 *     features that know people by their address only; none when they are forgotten already
 */
public record ErasureSubject(MemberId member, Set<String> addresses) {

    @Override
    public String toString() {
        return "ErasureSubject " + member;
    }
}
