package ilgam.member.people.teams;

import java.sql.Timestamp;
import java.time.Instant;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeadAppointed;
import ilgam.member.language.TeamEvent.LeadRelieved;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamEvent.TeamRenamed;
import ilgam.member.language.TeamId;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** The current teams and their members. */
@Component
@ProcessingGroup("teams")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "teams",
        tables = {"team", "team_member"})
class TeamProjection {

    private final JdbcClient db;

    TeamProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(TeamEvent event, Recorded recorded) {
        switch (event) {
            case TeamFormed formed -> enter(formed, recorded);
            case TeamRenamed(var team, var name) -> rename(team, name);
            case JoinedTeam(var team, var member) -> join(team, member, false, recorded.occurredAt());
            case LeadAppointed(var team, var lead) -> lead(team, lead, true);
            case LeadRelieved(var team, var lead) -> lead(team, lead, false);
            case LeftTeam(var team, var member) -> leave(team, member);
            case TeamDisbanded(var team) -> remove(team);
        }
        db.sql("update team set sequence = ? where id = ? and sequence < ?")
                .params(recorded.sequence(), event.team().value(), recorded.sequence())
                .update();
    }

    @ResetHandler
    void reset() {
        db.sql("truncate team, team_member").update();
    }

    private void enter(TeamFormed formed, Recorded recorded) {
        db.sql("insert into team (id, name, sort_name, sequence) values (?, ?, ?, ?) on conflict do nothing")
                .params(formed.team().value(), formed.name(), Teams.sortName(formed.name()), recorded.sequence())
                .update();
        join(formed.team(), formed.lead(), true, recorded.occurredAt());
    }

    private void rename(TeamId team, String name) {
        db.sql("update team set name = ?, sort_name = ? where id = ?")
                .params(name, Teams.sortName(name), team.value())
                .update();
    }

    private void join(TeamId team, MemberId member, boolean lead, Instant since) {
        db.sql("insert into team_member (team_id, member_id, lead, since) values (?, ?, ?, ?) on conflict do nothing")
                .params(team.value(), member.value(), lead, Timestamp.from(since))
                .update();
    }

    private void lead(TeamId team, MemberId member, boolean leads) {
        db.sql("update team_member set lead = ? where team_id = ? and member_id = ?")
                .params(leads, team.value(), member.value())
                .update();
    }

    private void leave(TeamId team, MemberId member) {
        db.sql("delete from team_member where team_id = ? and member_id = ?")
                .params(team.value(), member.value())
                .update();
    }

    private void remove(TeamId team) {
        db.sql("delete from team_member where team_id = ?").param(team.value()).update();
        db.sql("delete from team where id = ?").param(team.value()).update();
    }
}
