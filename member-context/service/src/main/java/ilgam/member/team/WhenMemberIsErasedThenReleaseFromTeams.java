package ilgam.member.team;

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
import ilgam.member.team.TeamCommand.ReleaseMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/**
 * Whoever is erased leaves all teams. Where they were the last lead, who has been there longest leads from then on; a
 * team without anybody else is disbanded. Somebody who is only deactivated stays where they are: they may come back.
 * Whoever was let into a team at the same moment, so that the event came after the end, leaves it again. The command is
 * never refused; one that fails for another reason waits among the dead letters.
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

    /** Joins that happened before are shown: they come through the same processor, in order. */
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
