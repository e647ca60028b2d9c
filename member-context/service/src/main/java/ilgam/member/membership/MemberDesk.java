package ilgam.member.membership;

import java.util.UUID;

import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.Commands;
import ilgam.starter.projection.ReadYourWrites;
import ilgam.starter.security.Caller;

/** Takes what an admin asks about a member, and answers when the directory shows it. */
@Component
class MemberDesk {

    private final JdbcClient db;
    private final Commands commands;
    private final ReadYourWrites writes;

    MemberDesk(JdbcClient db, Commands commands, ReadYourWrites writes) {
        this.db = db;
        this.commands = commands;
        this.writes = writes;
    }

    /** Asks, and waits for the rows to say {@code until}. The member must be known. */
    void ask(MemberCommand ask, Caller admin, String until) {
        var member = ask.member().value();
        var before = number("sequence", member);
        send(ask, admin);
        writes.await(() -> shows(member, until, before));
    }

    /** Nobody changed whether the member is here since the version {@code seen}. */
    void mustBeFresh(UUID member, long seen) {
        if (number("active_changed_in", member) > seen) throw new MembershipIsStale();
    }

    private void send(MemberCommand ask, Caller admin) {
        try {
            commands.send(ask, admin);
        } catch (CommandExecutionException failure) {
            throw MemberRefused.in(failure);
        }
    }

    private long number(String column, UUID member) {
        return db.sql("select " + column + " from member where id = ?")
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
