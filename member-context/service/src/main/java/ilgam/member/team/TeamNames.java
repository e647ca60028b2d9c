package ilgam.member.team;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.member.language.TeamEvent.TeamDisbanded;
import ilgam.member.language.TeamEvent.TeamFormed;
import ilgam.member.language.TeamEvent.TeamRenamed;
import ilgam.member.language.TeamId;
import ilgam.starter.messaging.PastEvents;

import static ilgam.member.team.TeamRefused.Reason.TEAM_NAME_TAKEN;
import static java.time.ZoneOffset.UTC;

/**
 * Sees to it that no two teams are called the same: a name is taken before the team gets it. When two ask for one
 * name at the same time, the second is told. A name that no team came to have is free again after a minute.
 */
@Component
@ProcessingGroup("teams")
public class TeamNames {

    private record Pending(String nameKey, UUID team) {}

    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final EventStore events;
    private final Clock clock;

    TeamNames(JdbcClient db, EventStore events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the name for this team; taking it again for the same one is fine. Until the team's events confirm it, a
     * name that it goes back to is not given up with the one that it had in between.
     *
     * @throws TeamRefused when another team has it
     */
    public void take(TeamName name, TeamId team) {
        db.sql("""
                        insert into team_name (name_key, team_id, confirmed, taken_at) values (?, ?, false, ?)
                        on conflict (name_key) do update set taken_at = excluded.taken_at, confirmed = false
                        where team_name.team_id = excluded.team_id
                        """)
                .params(name.key(), team.value(), clock.instant().atOffset(UTC))
                .update();
        var taken = db.sql("select exists (select from team_name where name_key = ? and team_id = ?)")
                .params(name.key(), team.value())
                .query(Boolean.class)
                .single();
        if (!taken)
            throw new TeamRefused(TEAM_NAME_TAKEN, "There is a team with this name already. Choose another name.");
    }

    @EventHandler
    @DisallowReplay
    void on(TeamFormed formed) {
        confirm(formed.name(), formed.team());
    }

    @EventHandler
    @DisallowReplay
    void on(TeamRenamed renamed) {
        confirm(renamed.name(), renamed.team());
    }

    @EventHandler
    @DisallowReplay
    void on(TeamDisbanded disbanded) {
        db.sql("delete from team_name where team_id = ?")
                .param(disbanded.team().value())
                .update();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void sweep() {
        db
                .sql("select name_key, team_id as team from team_name where not confirmed and taken_at < ?")
                .param(clock.instant().minus(GIVEN_UP_AFTER).atOffset(UTC))
                .query(Pending.class)
                .list()
                .stream()
                .filter(pending -> !pending.nameKey().equals(nameKeyOf(pending.team())))
                .forEach(this::giveBack);
    }

    /** The team's name before this one is free from now on. */
    private void confirm(String name, TeamId team) {
        var key = TeamName.keyOf(name);
        db.sql("delete from team_name where team_id = ? and name_key <> ? and confirmed")
                .params(team.value(), key)
                .update();
        db.sql("""
                        insert into team_name (name_key, team_id, confirmed, taken_at) values (?, ?, true, ?)
                        on conflict (name_key) do update set confirmed = true
                        where team_name.team_id = excluded.team_id
                        """).params(key, team.value(), clock.instant().atOffset(UTC)).update();
    }

    private void giveBack(Pending pending) {
        db.sql("delete from team_name where name_key = ? and team_id = ? and not confirmed")
                .params(pending.nameKey(), pending.team())
                .update();
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
