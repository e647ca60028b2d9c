package ilgam.member.people.directory;

import java.sql.Timestamp;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberReactivated;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** The members of the company and their roles, from member events. Joined with the profiles for names. */
@Component
@ProcessingGroup("members")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "members",
        tables = "member",
        notFromEvents = {"member.role_changed_in", "member.active_changed_in"})
class MemberProjection {

    /** A member's version also counts changes of the profile, which have no event. */
    private static final String NEXT_VERSION =
            ":sequence + coalesce((select version from profile where member_id = :id), 0)";

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
    void on(AccountClaimed claimed, Recorded recorded) {
        change(claimed.member(), "account = true, role = :role", recorded)
                .param("role", claimed.role().name())
                .update();
    }

    @EventHandler
    void on(RoleChanged changed, Recorded recorded) {
        change(changed.member(), "role = :role, role_changed_in = " + NEXT_VERSION, recorded)
                .param("role", changed.to().name())
                .update();
    }

    @EventHandler
    void on(MemberDeactivated deactivated, Recorded recorded) {
        change(deactivated.member(), "active = false, active_changed_in = " + NEXT_VERSION, recorded)
                .update();
    }

    @EventHandler
    void on(MemberReactivated reactivated, Recorded recorded) {
        change(reactivated.member(), "active = true, active_changed_in = " + NEXT_VERSION, recorded)
                .update();
    }

    @EventHandler
    void on(MemberErased erased, Recorded recorded) {
        change(
                        erased.member(),
                        "erased = true, erased_at = :at, active = false, account = false, active_changed_in = "
                                + NEXT_VERSION,
                        recorded)
                .param("at", Timestamp.from(recorded.recordedAt()))
                .update();
    }

    /** Redirects people who were merged into this person earlier to the new member, too. */
    @EventHandler
    void on(PersonMerged merged, Recorded recorded) {
        var into = finallyMergedInto(merged.into().value());
        change(merged.member(), "merged_into = :into, active = false", recorded)
                .param("into", into)
                .update();
        db.sql("update member set merged_into = ? where merged_into = ?")
                .params(into, merged.member().value())
                .update();
    }

    @ResetHandler
    void reset() {
        db.sql("truncate member").update();
    }

    private UUID finallyMergedInto(UUID member) {
        return db.sql("select merged_into from member where id = ? and merged_into is not null")
                .param(member)
                .query(UUID.class)
                .optional()
                .orElse(member);
    }

    private StatementSpec change(MemberId member, String what, Recorded recorded) {
        return db.sql("update member set " + what + ", sequence = :sequence where id = :id and sequence < :sequence")
                .param("sequence", recorded.sequence())
                .param("id", member.value());
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
