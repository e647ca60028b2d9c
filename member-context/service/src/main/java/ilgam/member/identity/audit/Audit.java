package ilgam.member.identity.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;

/** Writes security events, in the transaction of the change that they record. Contains ids, never names. */
@Component
public class Audit {

    private final JdbcClient db;
    private final Clock clock;

    Audit(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Records that a member did something with their own account. */
    public void record(SecurityEventType type, MemberId member, Client client) {
        record(type, member, member, null, client);
    }

    /** Records that a member, or somebody unknown, did something with an account, a session or a token. */
    public void record(
            SecurityEventType type,
            @Nullable MemberId member,
            @Nullable MemberId actor,
            @Nullable UUID subject,
            Client client) {
        record(type, member, actor, subject, Change.NONE, client);
    }

    /** Records an event together with what it changed. */
    public void record(
            SecurityEventType type,
            @Nullable MemberId member,
            @Nullable MemberId actor,
            @Nullable UUID subject,
            Change change,
            Client client) {
        db.sql("""
                        insert into audit_entry (at, what, member_id, actor, address, user_agent, subject, was, became)
                        values (:at, :what, :member, :actor, :address, :agent, :subject, :was, :became)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("what", type.name())
                .param("member", member == null ? null : member.value(), Types.OTHER)
                .param("actor", actor == null ? null : actor.value(), Types.OTHER)
                .param("address", client.address(), Types.VARCHAR)
                .param("agent", client.userAgent(), Types.VARCHAR)
                .param("subject", subject, Types.OTHER)
                .param("was", change.was(), Types.VARCHAR)
                .param("became", change.became(), Types.VARCHAR)
                .update();
    }
}
