package ilgam.member.people.membership;

import ilgam.member.language.MemberId;

import static ilgam.member.people.membership.MemberRefused.Reason.NOT_A_MEMBER;

/**
 * The mergers of the company as a whole: a single member aggregate cannot know whether the other member still exists.
 */
interface Mergers {

    /**
     * Whether a person can be merged into {@code into}. A yes reserves the merger: until it happens or is given up,
     * nobody can be merged into {@code person}.
     */
    boolean admit(MemberId person, MemberId into);

    default void mustAdmit(MemberId person, MemberId into) {
        if (person.equals(into) || !admit(person, into))
            throw new MemberRefused(
                    NOT_A_MEMBER, "A person can only be merged into somebody else who is in the directory.");
    }
}
