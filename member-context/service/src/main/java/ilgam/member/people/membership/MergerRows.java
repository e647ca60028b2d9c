package ilgam.member.people.membership;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.starter.messaging.PastEvents;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;

/**
 * Decides about mergers under a lock. When two persons are merged into each other at once, one merger reserves first
 * and the other is refused. A reservation ends with the event; the sweep ends one whose event was never stored.
 */
@Component
@ProcessingGroup("mergers")
@EventComponent(kind = Kind.RESERVATION, processor = "members")
class MergerRows implements Mergers {

    private final JdbcClient db;
    private final Reservations mergers;
    private final EventStore events;

    MergerRows(JdbcClient db, ReservationKinds kinds, EventStore events) {
        this.db = db;
        this.mergers = kinds.untilTheEvent("merger", merger -> isShown(merger.holder()) && isGone(merger.holder()));
        this.events = events;
    }

    @Override
    public boolean admit(MemberId person, MemberId into) {
        return mergers.oneAtATime(
                () -> mergers.of(into.value()).isEmpty() // checked first, as it ends once it is stored
                        && isShown(into.value())
                        && !isGone(into.value())
                        && mergers.take(person.toString(), person.value()).isPresent());
    }

    @EventHandler
    void on(PersonMerged merged) {
        mergers.end(merged.member().value());
    }

    private boolean isShown(UUID member) {
        return db.sql("select exists (select from member where id = ? and not erased and merged_into is null)")
                .param(member)
                .query(Boolean.class)
                .single();
    }

    /** Decides by the members' own events, as the rows may be behind or paused. */
    private boolean isGone(UUID member) {
        return PastEvents.of(events, member)
                .map(DomainEventMessage::getPayload)
                .anyMatch(event -> event instanceof PersonMerged || event instanceof MemberErased);
    }
}
