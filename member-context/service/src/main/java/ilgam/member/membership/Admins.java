package ilgam.member.membership;

import ilgam.member.language.MemberId;

/** The admins of the company, seen together: no single member can know whether they are the last one. */
interface Admins {

    /**
     * Whether somebody else stays admin when this member no longer is: demoted, deactivated or erased. A yes
     * reserves that: until it happened or was given up, the member is not counted as one who stays.
     */
    boolean remainWithout(MemberId member);
}
