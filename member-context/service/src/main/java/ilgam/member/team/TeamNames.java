package ilgam.member.team;

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

import static ilgam.member.team.TeamRefused.Reason.TEAM_NAME_TAKEN;

/**
 * Sees to it that no two teams are called the same: a name is taken before the team gets it. When two ask for one
 * name at the same time, the second is told. A name that no team came to have is free again after a while.
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
     * Takes the name for this team; taking it again for the same one is fine. Until the team's events confirm it, a
     * name that it goes back to is not given up with the one that it had in between.
     *
     * @throws TeamRefused when another team has it
     */
    public Reservation take(TeamName name, TeamId team) {
        return names.take(name.key(), team.value())
                .orElseThrow(() -> new TeamRefused(
                        TEAM_NAME_TAKEN, "There is a team with this name already. Choose another name."));
    }

    @EventHandler
    void on(TeamFormed formed) {
        names.confirm(TeamName.keyOf(formed.name()), formed.team().value());
    }

    /** The team's name before this one is free from now on. */
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

    /** The name by the team's own events: the rows may not show the latest yet. */
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
