package ilgam.member.people.membership;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.starter.snapshots.Snapshot;

/** The state of a member for a snapshot. */
@Revision("1")
record MemberSnapshot(
        MemberId member,
        boolean account,
        boolean claimed,
        boolean active,
        boolean erased,
        @Nullable MemberId mergedInto,
        Role role,
        long roleChangedIn,
        long activeChangedIn)
        implements Snapshot {}
