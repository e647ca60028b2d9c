package ilgam.member.people.api;

import java.util.UUID;
import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand;
import ilgam.member.people.team.TeamCommand.DisbandTeam;
import ilgam.member.people.team.TeamCommand.FormTeam;
import ilgam.member.people.team.TeamCommand.RenameTeam;
import ilgam.member.people.team.TeamName;
import ilgam.member.people.team.TeamNames;
import ilgam.member.people.teams.TeamDetail;
import ilgam.member.people.teams.TeamView;
import ilgam.member.people.teams.Teams;
import ilgam.member.people.teams.Teams.Place;
import ilgam.member.web.ApiReason;
import ilgam.member.web.NotFound;
import ilgam.starter.ids.Ids;
import ilgam.starter.projection.ConsistentCommands;
import ilgam.starter.projection.ConsistentCommands.Shown;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Cursor;
import ilgam.starter.web.Limits;
import ilgam.starter.web.Page;
import ilgam.starter.web.Refused;

/** Application service for teams: checks permissions, sends the command and answers from the projection. */
@Component
public class TeamService {

    private final ConsistentCommands commands;
    private final TeamNames names;
    private final Teams teams;
    private final Entries entries;

    TeamService(ConsistentCommands commands, TeamNames names, Teams teams, Entries entries) {
        this.commands = commands;
        this.names = names;
        this.teams = teams;
        this.entries = entries;
    }

    TeamDetail form(TeamName name, MemberId lead, Caller caller) {
        mustSteer(caller, "Only a manager or an admin can form a team.");
        mustBeActive(lead);
        var id = new TeamId(Ids.forCreate("team"));
        var reserved = names.take(name, id);
        sendAndShow(new FormTeam(id, name, lead), reserved::release, caller);
        return find(id, caller);
    }

    TeamDetail rename(TeamId id, TeamName name, @Nullable Long seen, Caller caller) {
        mustLead(id, caller);
        var reserved = names.take(name, id);
        sendAndShow(new RenameTeam(id, name, seen), reserved::release, caller);
        return find(id, caller);
    }

    /** Changes members of a team, which its leads may do as well. */
    TeamDetail changeMembers(TeamCommand command, Caller caller) {
        mustLead(command.team(), caller);
        sendAndShow(command, () -> {}, caller);
        return find(command.team(), caller);
    }

    TeamDetail changeLeads(TeamCommand command, Caller caller) {
        find(command.team(), caller);
        mustSteer(caller, "Only a manager or an admin can change the leads of a team.");
        sendAndShow(command, () -> {}, caller);
        return find(command.team(), caller);
    }

    void disband(TeamId id, @Nullable Long seen, Caller caller) {
        find(id, caller);
        mustSteer(caller, "Only a manager or an admin can disband a team.");
        send(new DisbandTeam(id, seen), () -> {}, caller, _ -> teams.isGone(id));
    }

    public TeamDetail find(TeamId id, Caller caller) {
        return teams.find(id, new MemberId(caller.member()))
                .orElseThrow(() -> NotFound.because("There is no team with this id."));
    }

    Page<TeamView> page(@Nullable String cursor, @Nullable Integer wished, boolean count, Caller caller) {
        int limit = Limits.limit(wished);
        var found = teams.all(new MemberId(caller.member()), cursor == null ? null : place(cursor), limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursorAfter(Place.of(shown.getLast())) : null;
        return new Page<>(shown, next, count ? teams.count() : null);
    }

    /** Refuses a member who is not in the directory or is deactivated. */
    MemberId mustBeActive(MemberId member) {
        if (!entries.one(member).active())
            throw new Refused(
                    HttpStatus.CONFLICT, ApiReason.NOT_ACTIVE, "This member is deactivated and cannot join a team.");
        return member;
    }

    private void mustLead(TeamId id, Caller caller) {
        find(id, caller);
        if (!caller.is("MANAGER", "ADMIN") && !teams.isLedBy(id, new MemberId(caller.member())))
            throw new Refused(
                    HttpStatus.FORBIDDEN,
                    CommonReason.ROLE,
                    "Only a lead of this team, a manager or an admin can do this.");
    }

    private static void mustSteer(Caller caller, String otherwise) {
        if (!caller.is("MANAGER", "ADMIN")) throw new Refused(HttpStatus.FORBIDDEN, CommonReason.ROLE, otherwise);
    }

    private void sendAndShow(TeamCommand command, Runnable release, Caller caller) {
        send(command, release, caller, version -> teams.shows(command.team(), version));
    }

    private void send(TeamCommand command, Runnable release, Caller caller, LongPredicate shown) {
        commands.sendAndAwait(command, caller, new Shown("teams", command.team(), shown), release);
    }

    private static String cursorAfter(Place last) {
        return Cursor.encode(last.sortName(), last.id());
    }

    private static Place place(String cursor) {
        var values = Cursor.decode(cursor, 2);
        try {
            return new Place(String.valueOf(values.getFirst()), UUID.fromString(String.valueOf(values.getLast())));
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.malformed();
        }
    }
}
