package ilgam.work.people;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** All people of the directory, with or without an account. */
@Component
@ProcessingGroup("people")
@EventComponent(kind = Kind.PROJECTION, processor = "lookups", tables = "person")
public class People {

    /** How long to wait for the event of a member who has just signed up. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    /** Whether there is such a member. */
    public boolean knows(UUID member) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (roleOf(member).isEmpty()) {
            if (System.nanoTime() > patience || !waited()) return false;
        }
        return true;
    }

    /** Whether this member can see every project, private ones included. */
    public boolean isAdmin(UUID member) {
        return roleOf(member).filter(Role.ADMIN::equals).isPresent();
    }

    private Optional<Role> roleOf(UUID member) {
        return db.sql("select role from person where member = ?")
                .param(member)
                .query(String.class)
                .optional()
                .map(Role::valueOf);
    }

    private static boolean waited() {
        try {
            Thread.sleep(40);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @EventHandler
    void on(MemberRegistered registered) {
        remember(registered.member(), registered.role());
    }

    @EventHandler
    void on(PersonAnnounced announced) {
        remember(announced.member(), Role.MEMBER);
    }

    @EventHandler
    void on(AccountClaimed claimed) {
        remember(claimed.member(), claimed.role());
    }

    /** Nothing can be assigned to an erased member any more; what is assigned to them stays. */
    @EventHandler
    void on(MemberErased erased) {
        db.sql("delete from person where member = ?")
                .param(erased.member().value())
                .update();
    }

    @EventHandler
    void on(RoleChanged changed) {
        remember(changed.member(), changed.to());
    }

    private void remember(MemberId member, Role role) {
        db.sql(
                        "insert into person (member, role) values (?, ?) on conflict (member) do update set role = excluded.role")
                .params(member.value(), role.name())
                .update();
    }
}
