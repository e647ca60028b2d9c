package ilgam.member.people.team;

import java.util.Optional;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;
import ilgam.starter.messaging.PastEvents;

/** The status of members by their own events, as the directory may be behind. */
@Component
class MemberStatusLookup {

    private final EventStore events;

    MemberStatusLookup(EventStore events) {
        this.events = events;
    }

    boolean isErased(MemberId member) {
        return last(MemberErased.class, member) != null;
    }

    Optional<MemberId> mergedInto(MemberId person) {
        return Optional.ofNullable(last(PersonMerged.class, person)).map(PersonMerged::into);
    }

    private <E> @Nullable E last(Class<E> kind, MemberId member) {
        E last = null;
        for (var event : PastEvents.payloads(events, member.value()))
            if (kind.isInstance(event)) last = kind.cast(event);
        return last;
    }
}
