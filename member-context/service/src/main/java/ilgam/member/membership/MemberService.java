package ilgam.member.membership;

import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.security.Caller;

/** Takes what an admin asks about a member, and answers when the directory shows it. */
@Component
class MemberService {

    private final JdbcClient db;
    private final Commands commands;
    private final ReadYourWrites writes;

    MemberService(JdbcClient db, Commands commands, ReadYourWrites writes) {
        this.db = db;
        this.commands = commands;
        this.writes = writes;
    }

    /** Asks, and waits for the rows to say {@code until}. The member must be known. */
    void sendAndAwait(MemberCommand command, Caller admin, String until) {
        var member = command.member().value();
        var before = sequence(member);
        send(command, admin);
        writes.await("members", member, () -> shows(member, until, before));
    }

    /**
     * The number of the member's last event that the client has seen, for a command to go by; null when any will do.
     *
     * @param seen the version of the member, which counts changes of the profile, too
     * @param changedIn the column with the version in which changed what the command is about
     */
    @Nullable
    Long lastSeen(MemberId member, @Nullable Long seen, String changedIn) {
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
