package ilgam.member.people.team;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand.ReplaceMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/**
 * Replaces a merged person in every team with the member they were merged into. This includes a team that added the
 * person concurrently, so that the join event comes after the merger. The command is never refused; a technical failure
 * ends among the dead letters.
 */
@Component
@ProcessingGroup("replace-merged-in-teams")
@EventComponent(kind = Kind.POLICY, processor = "teams")
@DisallowReplay
class WhenPersonIsMergedThenReplaceInTeams {

    private final JdbcClient db;
    private final Commands commands;
    private final MemberStatusLookup members;

    WhenPersonIsMergedThenReplaceInTeams(JdbcClient db, Commands commands, MemberStatusLookup members) {
        this.db = db;
        this.commands = commands;
        this.members = members;
    }

    @EventHandler
    void react(PersonMerged merged) {
        WhenMemberIsErasedThenReleaseFromTeams.teamsOf(db, merged.member())
                .forEach(team -> replace(team, merged.member(), merged.into()));
    }

    @EventHandler
    void react(TeamFormed formed) {
        members.mergedInto(formed.lead()).ifPresent(into -> replace(formed.team(), formed.lead(), into));
    }

    @EventHandler
    void react(JoinedTeam joined) {
        members.mergedInto(joined.member()).ifPresent(into -> replace(joined.team(), joined.member(), into));
    }

    private void replace(TeamId team, MemberId person, MemberId into) {
        commands.send(new ReplaceMember(team, person, into), MetaData.with(Metadata.SOURCE, "policy"));
    }
}
