package ilgam.member.people.team;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand.ReleaseMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/**
 * Removes an erased member from all teams. When they were the last lead, the longest-standing member becomes lead; a
 * team without other members is disbanded. Deactivated members stay, as they may come back. A member added to a team
 * concurrently, so that the join event comes after the erasure, is removed again. The command is never refused; a
 * technical failure ends among the dead letters.
 */
@Component
@ProcessingGroup("release-erased-from-teams")
@EventComponent(kind = Kind.POLICY, processor = "teams")
@DisallowReplay
class WhenMemberIsErasedThenReleaseFromTeams {

    private final JdbcClient db;
    private final Commands commands;
    private final MemberStatusLookup members;

    WhenMemberIsErasedThenReleaseFromTeams(JdbcClient db, Commands commands, MemberStatusLookup members) {
        this.db = db;
        this.commands = commands;
        this.members = members;
    }

    @EventHandler
    void react(MemberErased erased) {
        teamsOf(db, erased.member()).forEach(team -> release(team, erased.member()));
    }

    @EventHandler
    void react(TeamFormed formed) {
        if (members.isErased(formed.lead())) release(formed.team(), formed.lead());
    }

    @EventHandler
    void react(JoinedTeam joined) {
        if (members.isErased(joined.member())) release(joined.team(), joined.member());
    }

    /** The member's teams. Earlier joins are shown already, as they pass through the same processor in order. */
    static List<TeamId> teamsOf(JdbcClient db, MemberId member) {
        return db.sql("select team_id as value from team_member where member_id = ?")
                .param(member.value())
                .query(TeamId.class)
                .list();
    }

    private void release(TeamId team, MemberId gone) {
        commands.send(new ReleaseMember(team, gone), MetaData.with(Metadata.SOURCE, "policy"));
    }
}
