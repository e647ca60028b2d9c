package ilgam.member.directory;

import java.sql.Timestamp;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.starter.messaging.Recorded;

/** Who is in the company, with which role: what the member events say, ready to be joined with the names. */
@Component
@ProcessingGroup("members")
class MemberProjection {

    private final JdbcClient db;

    MemberProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(MemberRegistered registered, Recorded recorded) {
        enter(registered.member(), registered.role(), true, recorded);
    }

    @EventHandler
    void on(PersonAnnounced announced, Recorded recorded) {
        enter(announced.member(), Role.MEMBER, false, recorded);
    }

    @EventHandler
    void on(RoleChanged changed, Recorded recorded) {
        db.sql("""
                        update member
                        set role = :role, sequence = :sequence,
                            role_changed_in = :sequence
                                + coalesce((select version from profile where member_id = :id), 0)
                        where id = :id and sequence < :sequence
                        """)
                .param("role", changed.to().name())
                .param("sequence", recorded.sequence())
                .param("id", changed.member().value())
                .update();
    }

    @ResetHandler
    void forget() {
        db.sql("truncate member").update();
    }

    private void enter(MemberId member, Role role, boolean account, Recorded recorded) {
        db.sql("""
                        insert into member (id, role, account, active, since, sequence)
                        values (?, ?, ?, true, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        member.value(),
                        role.name(),
                        account,
                        Timestamp.from(recorded.occurredAt()),
                        recorded.sequence())
                .update();
    }
}
