package ilgam.member.team;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;

/**
 * Everything that can be asked of a team. Each answers with the team's version after it. Where there is an
 * {@code ifVersion}, it is what the member saw: what somebody else changed since then is not overwritten.
 */
public sealed interface TeamCommand {

    TeamId team();

    /** Asked again with the same id, the team that was formed is left as it is. */
    record FormTeam(@TargetAggregateIdentifier TeamId team, TeamName name, MemberId lead) implements TeamCommand {}

    /** Another name for the team, which must be taken first. */
    record RenameTeam(
            @TargetAggregateIdentifier TeamId team,
            TeamName name,
            @Nullable Long ifVersion) implements TeamCommand {}

    record AddToTeam(
            @TargetAggregateIdentifier TeamId team,
            MemberId member,
            @Nullable Long ifVersion) implements TeamCommand {

        /** Whatever happened to them in this team before. */
        public AddToTeam(TeamId team, MemberId member) {
            this(team, member, null);
        }
    }

    record RemoveFromTeam(
            @TargetAggregateIdentifier TeamId team,
            MemberId member,
            @Nullable Long ifVersion) implements TeamCommand {}

    record AppointLead(
            @TargetAggregateIdentifier TeamId team,
            MemberId lead,
            @Nullable Long ifVersion) implements TeamCommand {}

    record RelieveLead(
            @TargetAggregateIdentifier TeamId team,
            MemberId lead,
            @Nullable Long ifVersion) implements TeamCommand {}

    /** The member is gone for good and cannot stay, not even as the last lead. */
    record ReleaseMember(@TargetAggregateIdentifier TeamId team, MemberId member) implements TeamCommand {}

    /** One person turned out to be another, who takes the place. */
    record ReplaceMember(@TargetAggregateIdentifier TeamId team, MemberId member, MemberId by) implements TeamCommand {}

    /** The team is no more; one that changed since it was seen, in whichever way, stays. */
    record DisbandTeam(
            @TargetAggregateIdentifier TeamId team,
            @Nullable Long ifVersion) implements TeamCommand {}
}
