package ilgam.member.replica;

import java.time.OffsetDateTime;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamEvent.JoinedTeam;
import ilgam.member.language.TeamEvent.LeftTeam;
import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamId;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

import static java.time.ZoneOffset.UTC;

/**
 * When members belonged to teams. The order of the events decides who belongs to a team now, even if the clock was set
 * back: nobody leaves before they joined, nor returns before they left.
 */
@Component
@ProcessingGroup("teams")
@EventComponent(kind = Kind.PROJECTION, processor = "${ilgam.member-replica.processor}", tables = "team_member")
class TeamProjection {

    private final JdbcClient db;

    TeamProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(TeamFormed formed, Recorded recorded) {
        enter(formed.team(), formed.lead(), at(recorded));
    }

    @EventHandler
    void on(JoinedTeam joined, Recorded recorded) {
        enter(joined.team(), joined.member(), at(recorded));
    }

    @EventHandler
    void on(LeftTeam left, Recorded recorded) {
        db.sql("""
                        update team_member set to_at = greatest(?, from_at)
                        where team = ? and member = ? and to_at = 'infinity'
                        """)
                .params(at(recorded), left.team().value(), left.member().value())
                .update();
    }

    @EventHandler
    void on(TeamDisbanded disbanded, Recorded recorded) {
        db.sql("update team_member set to_at = greatest(?, from_at) where team = ? and to_at = 'infinity'")
                .params(at(recorded), disbanded.team().value())
                .update();
    }

    /** Gives the person's memberships to the member. Ranges that touch or overlap become one. */
    @EventHandler
    void on(PersonMerged merged) {
        db.sql("""
                        with both_of_them as (
                            delete from team_member where member in (:member, :into) returning *
                        ), membership as (
                            select team, unnest(range_agg(tstzrange(from_at, to_at))) as days
                            from both_of_them group by team
                        )
                        insert into team_member (team, member, from_at, to_at)
                        select team, :into, lower(days), upper(days) from membership
                        """)
                .param("member", merged.member().value())
                .param("into", merged.into().value())
                .update();
    }

    @ResetHandler
    void reset() {
        db.sql("truncate team_member").update();
    }

    private void enter(TeamId team, MemberId member, OffsetDateTime from) {
        db.sql("""
                        insert into team_member (team, member, from_at, to_at)
                        select :team, :member,
                            case when bool_or(from_at = :from) then :from
                                else greatest(:from, max(nullif(to_at, 'infinity'))) end,
                            'infinity'
                        from team_member where team = :team and member = :member
                        on conflict (team, member, from_at) do update set to_at = 'infinity'
                        """)
                .param("team", team.value())
                .param("member", member.value())
                .param("from", from)
                .update();
    }

    private static OffsetDateTime at(Recorded recorded) {
        return recorded.occurredAt().atOffset(UTC);
    }
}
