package ilgam.member.team;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;

/** Everything that can be asked of a team. Each answers with the team's version after it. */
public sealed interface TeamCommand {

    TeamId team();

    /** Asked again with the same id, the team that was formed is left as it is. */
    record FormTeam(@TargetAggregateIdentifier TeamId team, TeamName name, MemberId lead) implements TeamCommand {}

    /**
     * Another name for the team, which must be taken first.
     *
     * @param ifVersion what the member saw: who renamed the team since then is not overwritten
     */
    record RenameTeam(
            @TargetAggregateIdentifier TeamId team,
            TeamName name,
            @Nullable Long ifVersion) implements TeamCommand {}

    record AddToTeam(@TargetAggregateIdentifier TeamId team, MemberId member) implements TeamCommand {}

    record RemoveFromTeam(@TargetAggregateIdentifier TeamId team, MemberId member) implements TeamCommand {}

    record AppointLead(@TargetAggregateIdentifier TeamId team, MemberId lead) implements TeamCommand {}

    record RelieveLead(@TargetAggregateIdentifier TeamId team, MemberId lead) implements TeamCommand {}

    /** The member is gone for good and cannot stay, not even as the last lead. */
    record ReleaseMember(@TargetAggregateIdentifier TeamId team, MemberId member) implements TeamCommand {}

    /** One person turned out to be another, who takes the place. */
    record ReplaceMember(@TargetAggregateIdentifier TeamId team, MemberId member, MemberId by) implements TeamCommand {}

    record DisbandTeam(@TargetAggregateIdentifier TeamId team) implements TeamCommand {}
}
