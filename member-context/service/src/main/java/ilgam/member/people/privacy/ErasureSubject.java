package ilgam.member.people.privacy;

import java.util.Set;

import ilgam.member.language.MemberId;

/**
 * A member to be erased.
 *
 * @param addresses every e-mail address by which they are or were known, in the form that is compared, for features
 * that know people by address only; empty when they were erased before
 */
public record ErasureSubject(MemberId member, Set<String> addresses) {

    @Override
    public String toString() {
        return "ErasureSubject " + member;
    }
}
