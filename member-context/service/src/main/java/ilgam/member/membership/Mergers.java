package ilgam.member.membership;

import ilgam.member.language.MemberId;

/** Who turned out to be whom, seen together: no single person can know whether the other one is still there. */
interface Mergers {

    /**
     * Whether {@code into} is somebody whom others can turn out to be. A yes reserves the merger: until it
     * happened or was given up, nobody can be merged into {@code person}.
     */
    boolean admit(MemberId person, MemberId into);
}
