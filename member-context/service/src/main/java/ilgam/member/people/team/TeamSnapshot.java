package ilgam.member.people.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;
import ilgam.starter.snapshots.Snapshot;

/**
 * The state of a team for a snapshot.
 *
 * @param members in the order in which they joined
 * @param leads in the order in which they were appointed
 * @param movedIn by member, the version in which they last joined, left, or became or ceased to be a lead
 */
@Revision("1")
record TeamSnapshot(
        TeamId team,
        String name,
        long namedIn,
        boolean disbanded,
        List<MemberId> members,
        List<MemberId> leads,
        Map<UUID, Long> movedIn)
        implements Snapshot {}
