package ilgam.member.people.team;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;

/**
 * Everything that can be done with a team. Each command returns the team's version after it. An {@code ifVersion} is
 * the version that the member saw; null skips the check. Changes since then are not overwritten.
 */
public sealed interface TeamCommand {

    TeamId team();

    /** Creates a team. Repeated with the same id it changes nothing. */
    record FormTeam(@TargetAggregateIdentifier TeamId team, TeamName name, MemberId lead) implements TeamCommand {}

    /** Renames a team. The name must be reserved first. */
    record RenameTeam(
            @TargetAggregateIdentifier TeamId team,
            TeamName name,
            @Nullable Long ifVersion) implements TeamCommand {}

    record AddToTeam(
            @TargetAggregateIdentifier TeamId team,
            MemberId member,
            @Nullable Long ifVersion) implements TeamCommand {

        /** Adds the member without a version check. */
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

    /** Removes a member who was erased, even the last lead. */
    record ReleaseMember(@TargetAggregateIdentifier TeamId team, MemberId member) implements TeamCommand {}

    /** Replaces a merged person with the member they were merged into. */
    record ReplaceMember(@TargetAggregateIdentifier TeamId team, MemberId member, MemberId by) implements TeamCommand {}

    /** Disbands the team; refused when anything about it changed since {@code ifVersion}. */
    record DisbandTeam(
            @TargetAggregateIdentifier TeamId team,
            @Nullable Long ifVersion) implements TeamCommand {}
}
