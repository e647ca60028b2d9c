package ilgam.member.membership;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.audit.Audit;
import ilgam.member.audit.Client;
import ilgam.member.audit.Deed;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.member.membership.MemberCommand.ChangeRole;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.security.Caller;

/** An admin gives somebody a role; it holds in the directory when this returns. */
@Component
public class GiveRole {

    private record Shown(long sequence, long roleChangedIn) {}

    private final JdbcClient db;
    private final Commands commands;
    private final ReadYourWrites writes;
    private final Audit audit;

    GiveRole(JdbcClient db, Commands commands, ReadYourWrites writes, Audit audit) {
        this.db = db;
        this.commands = commands;
        this.writes = writes;
        this.audit = audit;
    }

    /** Gives the role, unless it was changed since the version {@code seen}. The member must be in the directory. */
    public void give(MemberId member, Role role, Caller admin, @Nullable Long seen, Client client) {
        var before = shown(member);
        if (seen != null && before.roleChangedIn() > seen) throw new RoleIsStale();
        send(new ChangeRole(member, role), admin);
        writes.await(() -> shows(member, role, before.sequence()));
        audit.note(Deed.ROLE_CHANGED, member, new MemberId(admin.member()), null, client);
    }

    private void send(ChangeRole ask, Caller admin) {
        try {
            commands.send(ask, admin);
        } catch (CommandExecutionException failure) {
            throw MemberRefused.in(failure);
        }
    }

    private Shown shown(MemberId member) {
        return db.sql("select sequence, role_changed_in from member where id = ?")
                .param(member.value())
                .query(Shown.class)
                .single();
    }

    private boolean shows(MemberId member, Role role, long before) {
        return db.sql("select role = ? or sequence > ? from member where id = ?")
                .params(role.name(), before, member.value())
                .query(Boolean.class)
                .single();
    }
}
