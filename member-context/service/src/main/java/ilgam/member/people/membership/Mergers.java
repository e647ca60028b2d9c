package ilgam.member.people.membership;

import ilgam.member.language.MemberId;

/**
 * The mergers of the company as a whole: a single member aggregate cannot know whether the other member still exists.
 */
interface Mergers {

    /**
     * Whether a person can be merged into {@code into}. A yes reserves the merger: until it happens or is given up,
     * nobody can be merged into {@code person}.
     */
    boolean admit(MemberId person, MemberId into);
}
