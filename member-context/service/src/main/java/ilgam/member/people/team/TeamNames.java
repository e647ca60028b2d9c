package ilgam.member.people.team;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamEvent.TeamRenamed;
import ilgam.member.language.TeamId;
import ilgam.starter.messaging.PastEvents;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;
import ilgam.starter.reservation.Reservation;
import ilgam.starter.reservation.ReservationKinds;
import ilgam.starter.reservation.Reservations;

import static ilgam.member.people.team.TeamRefused.Reason.TEAM_NAME_TAKEN;

/**
 * Keeps the names of teams unique: a name is reserved before the team gets it. Of two concurrent requests for a name,
 * the second is refused. A reservation that was never confirmed ends after a while.
 */
@Component
@ProcessingGroup("team-names")
@EventComponent(kind = Kind.RESERVATION, processor = "teams")
public class TeamNames {

    private final Reservations names;
    private final EventStore events;

    TeamNames(ReservationKinds kinds, EventStore events) {
        this.names = kinds.lasting("team-name", this::isStored);
        this.events = events;
    }

    /**
     * Reserves the name for this team; repeatable. A name that the team returns to stays reserved when the name in
     * between is released.
     *
     * @throws TeamRefused when another team has the name
     */
    public Reservation take(TeamName name, TeamId team) {
        return names.take(name.key(), team.value())
                .orElseThrow(() ->
                        new TeamRefused(TEAM_NAME_TAKEN, "A team with this name already exists. Choose another name."));
    }

    @EventHandler
    void on(TeamFormed formed) {
        names.confirm(TeamName.keyOf(formed.name()), formed.team().value());
    }

    /** Confirms the new name and releases the previous one. */
    @EventHandler
    void on(TeamRenamed renamed) {
        names.confirmInstead(TeamName.keyOf(renamed.name()), renamed.team().value());
    }

    @EventHandler
    void on(TeamDisbanded disbanded) {
        names.end(disbanded.team().value());
    }

    private boolean isStored(Reservation taken) {
        return taken.key().equals(nameKeyOf(taken.holder()));
    }

    /** The team's name by its own events, as the rows may be behind. */
    private @Nullable String nameKeyOf(UUID team) {
        String key = null;
        for (var event : PastEvents.payloads(events, team))
            key = switch (event) {
                case TeamFormed formed -> TeamName.keyOf(formed.name());
                case TeamRenamed renamed -> TeamName.keyOf(renamed.name());
                case TeamDisbanded _ -> null;
                default -> key;
            };
        return key;
    }
}
