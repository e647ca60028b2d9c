package ilgam.member.people.membership;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.AccountClaimed;
import ilgam.member.language.MemberEvent.MemberDeactivated;
import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.MemberReactivated;
import ilgam.member.language.MemberEvent.MemberRegistered;
import ilgam.member.language.MemberEvent.RoleChanged;
import ilgam.member.language.MemberId;
import ilgam.member.language.Role;
import ilgam.starter.messaging.PastEvents;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;

/**
 * Counts the admins under a lock. Of two admins who demote, deactivate or erase each other at once, one reserves first
 * and the other is refused. A reservation ends with the event; the sweep ends one whose event was never stored.
 */
@Component
@ProcessingGroup("admins")
@EventComponent(kind = Kind.RESERVATION, processor = "members")
class AdminRows implements Admins {

    private final JdbcClient db;
    private final Reservations demotions;
    private final EventStore events;

    AdminRows(JdbcClient db, ReservationKinds kinds, EventStore events) {
        this.db = db;
        this.demotions = kinds.untilTheEvent("demotion", demotion -> !isStillAdmin(demotion.holder()));
        this.events = events;
    }

    @Override
    public boolean remainWithout(MemberId member) {
        return demotions.oneAtATime(() -> othersRemain(member)
                && demotions.take(member.toString(), member.value()).isPresent());
    }

    /** Decides by the members' own events, as the rows may be behind or paused. */
    private boolean othersRemain(MemberId member) {
        return db.sql("""
                        select m.id from member m
                        where m.role = 'ADMIN' and m.active and m.id <> ?
                          and not exists (select from reservation d where d.kind = 'demotion' and d.holder = m.id)""").param(member.value()).query(UUID.class).list().stream()
                .anyMatch(this::isStillAdmin);
    }

    @EventHandler
    void on(RoleChanged changed) {
        if (changed.from() == Role.ADMIN) demotions.end(changed.member().value());
    }

    @EventHandler
    void on(MemberDeactivated deactivated) {
        demotions.end(deactivated.member().value());
    }

    @EventHandler
    void on(MemberErased erased) {
        demotions.end(erased.member().value());
    }

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
