package ilgam.member.people.api;

import java.net.URI;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import ilgam.member.language.MemberId;
import ilgam.member.language.TeamId;
import ilgam.member.people.team.TeamCommand.AddToTeam;
import ilgam.member.people.team.TeamCommand.AppointLead;
import ilgam.member.people.team.TeamCommand.RelieveLead;
import ilgam.member.people.team.TeamCommand.RemoveFromTeam;
import ilgam.member.people.team.TeamName;
import ilgam.member.people.teams.TeamDetail;
import ilgam.member.people.teams.TeamView;
import ilgam.member.web.Form;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;
import ilgam.starter.web.ETags;
import ilgam.starter.web.MakesNew;
import ilgam.starter.web.Page;

/** Teams, their members and their leads. */
@RestController
@RequestMapping("/api/teams")
@Refuses("409 team-disbanded")
@Tag(name = "Teams")
class TeamApi {

    @Schema(requiredProperties = "name", description = "A team to form.", example = """
            {"name": "Payments"}""")
    record NewTeam(
            @Schema(description = "1 to 100 characters.") @Nullable
            String name,

            @Schema(description = "The first lead; oneself unless given.") @Nullable
            UUID lead) {}

    @Schema(name = "TeamPatch", description = "What to change of a team; what is missing stays.", example = """
            {"name": "Payments and billing"}""")
    record TeamPatch(
            @Schema(description = "1 to 100 characters.", type = "string", nullable = false) @Nullable
            JsonNode name) {}

    private final TeamService teams;

    TeamApi(TeamService teams) {
        this.teams = teams;
    }

    @GetMapping
    @Operation(
            operationId = "listTeams",
            summary = "All teams, in the order of their names",
            description = "Every member sees all teams, with their leads and how many belong to each.")
    Page<TeamView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean count,
            Caller caller) {
        return teams.page(cursor, limit, count, caller);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "formTeam",
            summary = "Form a team",
            description = "For managers and admins. Answers the team with its first lead, who belongs to it. No two"
                    + " teams have the same name.")
    @Refuses({"403 role", "404 not-found", "409 team-name-taken not-active exists-already"})
    ResponseEntity<TeamDetail> form(@RequestBody NewTeam body, Caller caller) {
        var form = new Form();
        var name = form.read("/name", () -> TeamName.typed(body.name()));
        form.mustBeSound();
        var lead = new MemberId(body.lead() == null ? caller.member() : body.lead());
        var team = teams.form(name.value(), lead, caller);
        return ResponseEntity.created(URI.create("/api/teams/" + team.id()))
                .eTag(ETags.of(team.version()))
                .body(team);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "showTeam",
            summary = "A team and who belongs to it",
            description = "Every member sees who belongs to a team, who leads it, and since when.")
    ResponseEntity<TeamDetail> show(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        var team = teams.find(new TeamId(id), caller);
        return ETags.isKnown(known, team.version())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(ETags.of(team.version()))
                        .build()
                : answer(team);
    }

    @PatchMapping("/{id}")
    @Operation(
            operationId = "renameTeam",
            summary = "Rename a team",
            description = "For a lead of the team, managers and admins. A JSON merge patch; answers the team as it is"
                    + " then.")
    @Refuses({"403 role", "409 team-name-taken"})
    ResponseEntity<TeamDetail> rename(
            @PathVariable UUID id,
            @RequestBody TeamPatch body,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        var form = new Form();
        var name = form.patch("/name", body.name(), TeamName::typed).orNull();
        form.mustBeSound();
        var team = new TeamId(id);
        return answer(name == null ? teams.find(team, caller) : teams.rename(team, name, ETags.ifMatch(seen), caller));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "disbandTeam",
            summary = "Disband a team",
            description = "For managers and admins. The team is gone from lists; what its members did stays, and"
                    + " figures of the past still know it.")
    @Refuses("403 role")
    void disband(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        teams.disband(new TeamId(id), ETags.ifMatch(seen), caller);
    }

    @PutMapping("/{id}/members/{member}")
    @MakesNew
    @Operation(
            operationId = "addToTeam",
            summary = "Add somebody to a team",
            description = "For a lead of the team, managers and admins. Adding somebody who belongs to it changes"
                    + " nothing. Answers the team as it is then.")
    @Refuses({"403 role", "409 not-active"})
    ResponseEntity<TeamDetail> add(
            @PathVariable UUID id,
            @Parameter(description = "The id of the member.") @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
        ETags.mustBeNew(ifNoneMatch, () -> teams.find(new TeamId(id), caller).has(new MemberId(member)));
        var joining = teams.mustBeActive(new MemberId(member));
        return answer(teams.changeMembers(new AddToTeam(new TeamId(id), joining, ETags.ifMatch(seen)), caller));
    }

    @DeleteMapping("/{id}/members/{member}")
    @Operation(
            operationId = "removeFromTeam",
            summary = "Remove somebody from a team",
            description = "For a lead of the team, managers and admins. The last lead stays. Answers the team as it is"
                    + " then.")
    @Refuses({"403 role", "409 last-lead not-in-team"})
    ResponseEntity<TeamDetail> remove(
            @PathVariable UUID id,
            @Parameter(description = "The id of the member.") @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        return answer(teams.changeMembers(
                new RemoveFromTeam(new TeamId(id), new MemberId(member), ETags.ifMatch(seen)), caller));
    }

    @PutMapping("/{id}/leads/{member}")
    @Operation(
            operationId = "appointLead",
            summary = "Make somebody of a team a lead of it",
            description = "For managers and admins. A lead sees the figures of the persons of the team, and adds and"
                    + " removes members. Answers the team as it is then.")
    @Refuses({"403 role", "409 not-in-team"})
    ResponseEntity<TeamDetail> appoint(
            @PathVariable UUID id,
            @Parameter(description = "The id of the member.") @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        return answer(
                teams.changeLeads(new AppointLead(new TeamId(id), new MemberId(member), ETags.ifMatch(seen)), caller));
    }

    @DeleteMapping("/{id}/leads/{member}")
    @Operation(
            operationId = "relieveLead",
            summary = "Let a lead be a member like others again",
            description = "For managers and admins. They stay in the team; the last lead stays one. Answers the team as"
                    + " it is then.")
    @Refuses({"403 role", "409 last-lead not-in-team"})
    ResponseEntity<TeamDetail> relieve(
            @PathVariable UUID id,
            @Parameter(description = "The id of the member.") @PathVariable UUID member,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen) {
        return answer(
                teams.changeLeads(new RelieveLead(new TeamId(id), new MemberId(member), ETags.ifMatch(seen)), caller));
    }

    private static ResponseEntity<TeamDetail> answer(TeamDetail team) {
        return ResponseEntity.ok().eTag(ETags.of(team.version())).body(team);
    }
}
