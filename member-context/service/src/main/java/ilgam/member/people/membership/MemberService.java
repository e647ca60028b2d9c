package ilgam.member.people.membership;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;

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

    /** Sends the command and waits until the directory shows its effect, or a later one. The member must exist. */
    public void sendAndAwait(MemberCommand command, Caller admin, Predicate<ShownMember> effect) {
        var member = command.member();
        var before = shown(member).sequence();
        commands.send(command, admin);
        writes.await("members", member.value(), () -> {
            var shown = shown(member);
            return effect.test(shown) || shown.sequence() > before;
        });
    }

    /**
     * The sequence number of the member's last event that the client has seen, for {@code ifVersion}; null when the
     * client named no version.
     *
     * @param seen the member's version, which also counts changes of the profile
     * @param changedIn the version of the last change that concerns the command
     */
    public @Nullable Long lastSeen(MemberId member, @Nullable Long seen, ToLongFunction<ShownMember> changedIn) {
        if (seen == null) return null;
        var shown = shown(member);
        return changedIn.applyAsLong(shown) > seen ? -1 : shown.sequence();
    }

    /** The member as the directory shows them now. They must exist. */
    public ShownMember shown(MemberId member) {
        return db.sql("""
                        select role, active, erased, merged_into is not null as merged, sequence, role_changed_in,
                            active_changed_in
                        from member where id = ?
                        """).param(member.value()).query(ShownMember.class).single();
    }
}
