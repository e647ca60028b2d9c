package ilgam.member.team;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.team.TeamCommand.ReplaceMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;

/**
 * Whom a known person turned out to be takes over their place in every team. The command is never refused; one that
 * fails for another reason waits among the dead letters.
 */
@Component
@ProcessingGroup("teams")
@DisallowReplay
class WhenPersonIsMergedThenReplaceInTeams {

    private final JdbcClient db;
    private final Commands commands;

    WhenPersonIsMergedThenReplaceInTeams(JdbcClient db, Commands commands) {
        this.db = db;
        this.commands = commands;
    }

    @EventHandler
    void react(PersonMerged merged) {
        WhenMemberIsErasedThenReleaseFromTeams.teamsOf(db, merged.member())
                .forEach(team -> commands.send(
                        new ReplaceMember(team, merged.member(), merged.into()),
                        MetaData.with(Metadata.SOURCE, "policy")));
    }
}
