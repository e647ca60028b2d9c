package ilgam.member.membership;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberReactivated;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.starter.messaging.PastEvents;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

/**
 * Counts the admins under a lock. Two admins who demote, deactivate or erase each other at once: one reserves
 * first, the other is refused. A reservation ends with the event; one that never came to an event ends with the sweep.
 */
@Component
@ProcessingGroup("members")
class AdminRows implements Admins {

    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final TransactionTemplate separately;
    private final EventStore events;
    private final Clock clock;

    AdminRows(JdbcClient db, PlatformTransactionManager transactions, EventStore events, Clock clock) {
        this.db = db;
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean remainWithout(MemberId member) {
        return Boolean.TRUE.equals(separately.execute(status -> reserveUnlessLast(member)));
    }

    private boolean reserveUnlessLast(MemberId member) {
        db.sql("lock table demotion in exclusive mode").update();
        var remain = db.sql("""
                        select exists (
                            select from member m
                            where m.role = 'ADMIN' and m.active and m.id <> ?
                              and not exists (select from demotion d where d.member_id = m.id))
                        """).param(member.value()).query(Boolean.class).single();
        if (remain) reserve(member);
        return remain;
    }

    @EventHandler
    @DisallowReplay
    void on(RoleChanged changed) {
        if (changed.from() == Role.ADMIN) release(changed.member().value());
    }

    @EventHandler
    @DisallowReplay
    void on(MemberDeactivated deactivated) {
        release(deactivated.member().value());
    }

    @EventHandler
    @DisallowReplay
    void on(MemberErased erased) {
        release(erased.member().value());
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void sweep() {
        db
                .sql("select member_id from demotion where reserved_at < ?")
                .param(Timestamp.from(clock.instant().minus(GIVEN_UP_AFTER)))
                .query(UUID.class)
                .list()
                .stream()
                .filter(this::isStillAdmin)
                .forEach(this::release);
    }

    private void reserve(MemberId member) {
        db.sql("insert into demotion (member_id, reserved_at) values (?, ?) on conflict (member_id) do update"
                        + " set reserved_at = excluded.reserved_at")
                .params(member.value(), Timestamp.from(clock.instant()))
                .update();
    }

    private void release(UUID member) {
        db.sql("delete from demotion where member_id = ?").param(member).update();
    }

    /** By the member's own events: the rows may not show the latest yet. */
    private boolean isStillAdmin(UUID member) {
        var role = Role.MEMBER;
        var active = true;
        for (var event : PastEvents.payloads(events, member))
            switch (event) {
                case MemberRegistered registered -> role = registered.role();
                case AccountClaimed claimed -> role = claimed.role();
                case RoleChanged changed -> role = changed.to();
                case MemberDeactivated _, MemberErased _ -> active = false;
                case MemberReactivated _ -> active = true;
                default -> {}
            }
        return active && role == Role.ADMIN;
    }
}
