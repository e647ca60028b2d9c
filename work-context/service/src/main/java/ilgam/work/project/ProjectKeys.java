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
 * Sees to it that no two projects have the same key: a key is taken before its project starts. When two ask for one
 * key at the same time, the second is told. A key whose project never came to be is free again after a while.
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
     * Takes the key for this project; taking it again for the same one is fine.
     *
     * @throws ProjectRefused when another project has it, or this one has another key
     */
    public Reservation take(ProjectKey key, ProjectId project) {
        if (keys.of(project.value()).stream().anyMatch(held -> !held.key().equals(key.text()))) throw taken(key);
        return keys.take(key.text(), project.value()).orElseThrow(() -> taken(key));
    }

    /** The refusal for a key that another project has. */
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
