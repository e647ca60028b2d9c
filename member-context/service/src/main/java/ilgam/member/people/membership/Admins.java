package ilgam.member.people.membership;

import ilgam.member.language.MemberId;

import static ilgam.member.people.membership.MemberRefused.Reason.LAST_ADMIN;

/** The admins of the company as a whole: a single member aggregate cannot know whether it is the last one. */
interface Admins {

    /**
     * Whether another admin remains when this member is demoted, deactivated or erased. A yes reserves the demotion:
     * until it happens or is given up, the member does not count as remaining.
     */
    boolean remainWithout(MemberId member);

    default void mustRemainWithout(MemberId member) {
        if (!remainWithout(member))
            throw new MemberRefused(
                    LAST_ADMIN, "This is the last admin. Make somebody else an admin first, then try again.");
    }
}
