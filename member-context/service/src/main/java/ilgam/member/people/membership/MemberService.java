package ilgam.member.people.membership;

import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.security.Caller;

/** Sends commands about a member and waits until the directory shows their effect. */
@Component
public class MemberService {

    private final JdbcClient db;
    private final Commands commands;
    private final ReadYourWrites writes;

    MemberService(JdbcClient db, Commands commands, ReadYourWrites writes) {
        this.db = db;
        this.commands = commands;
        this.writes = writes;
    }

    /**
     * Sends the command and waits until the SQL condition {@code until} holds for the member's row. The member must
     * exist.
     */
    public void sendAndAwait(MemberCommand command, Caller admin, String until) {
        var member = command.member().value();
        var before = sequence(member);
        send(command, admin);
        writes.await("members", member, () -> shows(member, until, before));
    }

    /**
     * The sequence number of the member's last event that the client has seen, for {@code ifVersion}; null when the
     * client named no version.
     *
     * @param seen the member's version, which also counts changes of the profile
     * @param changedIn the column with the version of the last change that concerns the command
     */
    public @Nullable Long lastSeen(MemberId member, @Nullable Long seen, String changedIn) {
        if (seen == null) return null;
        return db.sql("select case when %1$s > ? then -1 else sequence end from member where id = ?"
                        .formatted(changedIn))
                .params(seen, member.value())
                .query(Long.class)
                .single();
    }

    private void send(MemberCommand command, Caller admin) {
        try {
            commands.send(command, admin);
        } catch (CommandExecutionException failure) {
            throw MemberRefused.in(failure);
        }
    }

    private long sequence(UUID member) {
        return db.sql("select sequence from member where id = ?")
                .param(member)
                .query(Long.class)
                .single();
    }

    private boolean shows(UUID member, String until, long before) {
        return db.sql("select " + until + " or sequence > ? from member where id = ?")
                .params(before, member)
                .query(Boolean.class)
                .single();
    }
}
