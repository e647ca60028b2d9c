package ilgam.member.people.membership;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.membership.MemberCommand.EraseMember;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.RuleRefused;

/** Repeats an erasure that a restore to an earlier instant has undone. */
@Component
public class EraseAgain {

    private final Commands commands;

    EraseAgain(Commands commands) {
        this.commands = commands;
    }

    /** Whether the member was erased; false for the last admin, who stays. */
    public boolean erase(MemberId member) {
        try {
            commands.send(new EraseMember(member, null), MetaData.with(Metadata.SOURCE, "policy"));
            return true;
        } catch (CommandExecutionException failure) {
            if (RuleRefused.reasonOf(failure) == MemberRefused.Reason.LAST_ADMIN) return false;
            throw failure;
        }
    }
}
