package ilgam.member.people.membership;

import ilgam.member.language.Role;

/**
 * A member as the directory shows them.
 *
 * @param sequence of the last event that is shown
 * @param roleChangedIn the version, which also counts changes of the profile, of the last change of the role
 * @param activeChangedIn likewise, of the last deactivation, reactivation or erasure
 */
public record ShownMember(
        Role role,
        boolean active,
        boolean erased,
        boolean merged,
        long sequence,
        long roleChangedIn,
        long activeChangedIn) {}
