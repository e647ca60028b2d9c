package ilgam.member.identity.admission;

import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand.AddToTeam;
import ilgam.member.people.team.TeamRefused;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/**
 * Adds a member who accepted an invitation into a team to that team, on behalf of the inviter. When the team was
 * disbanded meanwhile, the command is refused and the member stays without a team.
 */
@Component
@ProcessingGroup("add-invited-to-team")
@EventComponent(kind = Kind.POLICY, processor = "teams")
@DisallowReplay
class WhenInvitedMemberRegistersThenAddToTeam {

    private static final Logger LOG = LoggerFactory.getLogger(WhenInvitedMemberRegistersThenAddToTeam.class);

    private record Joining(UUID teamId, UUID createdBy) {}

    private final JdbcClient db;
    private final Commands commands;

    WhenInvitedMemberRegistersThenAddToTeam(JdbcClient db, Commands commands) {
        this.db = db;
        this.commands = commands;
    }

    @EventHandler
    void react(MemberRegistered registered) {
        addToTheirTeam(registered.member());
    }

    @EventHandler
    void react(AccountClaimed claimed) {
        addToTheirTeam(claimed.member());
    }

    private void addToTheirTeam(MemberId member) {
        db.sql("select team_id, created_by from invitation where accepted_by = ? and team_id is not null")
                .param(member.value())
                .query(Joining.class)
                .optional()
                .ifPresent(joining -> add(member, joining));
    }

    private void add(MemberId member, Joining joining) {
        try {
            commands.send(
                    new AddToTeam(new TeamId(joining.teamId()), member),
                    MetaData.with(Metadata.ACTOR, joining.createdBy().toString())
                            .and(Metadata.SOURCE, "policy"));
        } catch (CommandExecutionException failure) {
            if (!(RuleRefused.reasonOf(failure) instanceof TeamRefused.Reason)) throw failure;
            LOG.info("{} was invited into a team that was disbanded.", member);
        }
    }
}
