package ilgam.work.project;

import java.util.Map;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.PastEvents;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectId;

import static ilgam.work.project.ProjectRefused.Reason.KEY_TAKEN;

/**
 * Keeps the keys of projects unique: a key is reserved before its project starts. Of two concurrent requests for a key,
 * the second is refused. A reservation whose project was never started ends after a while.
 */
@Component
@ProcessingGroup("project-keys")
@EventComponent(kind = Kind.RESERVATION, processor = "lookups")
public class ProjectKeys {

    private final Reservations keys;
    private final EventStore events;

    ProjectKeys(ReservationKinds kinds, EventStore events) {
        this.keys = kinds.lasting("project-key", this::isStored);
        this.events = events;
    }

    /**
     * Reserves the key for this project; repeatable.
     *
     * @throws ProjectRefused when another project has the key, or this project has another key
     */
    public Reservation take(ProjectKey key, ProjectId project) {
        if (keys.of(project.value()).stream().anyMatch(held -> !held.key().equals(key.text()))) throw taken(key);
        return keys.take(key.text(), project.value()).orElseThrow(() -> taken(key));
    }

    /** The refusal of a key that another project has. */
    public static ProjectRefused taken(ProjectKey key) {
        return new ProjectRefused(KEY_TAKEN, "The key {key} is taken. Choose another.", Map.of("key", key.text()));
    }

    @EventHandler
    void on(ProjectStarted started) {
        keys.confirm(started.key(), started.project().value());
    }

    private boolean isStored(Reservation taken) {
        return PastEvents.of(events, taken.holder())
                .anyMatch(event -> event.getPayload() instanceof ProjectStarted started
                        && started.key().equals(taken.key()));
    }
}
