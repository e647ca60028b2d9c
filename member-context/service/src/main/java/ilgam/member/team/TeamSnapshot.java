package ilgam.member.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.serialization.Revision;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;
import ilgam.starter.snapshots.Snapshot;

/**
 * What a team is, whatever its past.
 *
 * @param members in the order in which they joined, as are the leads
 * @param movedIn when who joined, left or began or ceased to lead
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
