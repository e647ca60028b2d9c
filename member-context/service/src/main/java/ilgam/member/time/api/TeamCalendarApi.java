package ilgam.member.time.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.member.language.TeamId;
import ilgam.member.people.api.TeamService;
import ilgam.member.people.teams.TeamDetail;
import ilgam.member.time.calendars.Day;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;

/** The working days of a team's members. */
@RestController
@Tag(name = "Teams")
class TeamCalendarApi {

    @Schema(name = "TeammateCalendar", description = "The days of one member of a team.")
    record TeammateView(
            @Schema(description = "The id of the member.") UUID member,

            @Schema(description = "Each day of the span, the earliest first.")
            List<Day> days) {}

    @Schema(name = "TeamCalendar", description = "The days of the members of a team.")
    record TeamCalendarView(
            @Schema(description = "One for each member, in the order in which they joined.")
            List<TeammateView> members) {}

    private static final int MOST_DAYS = 62;

    private final TeamService teams;
    private final CalendarService calendars;

    TeamCalendarApi(TeamService teams, CalendarService calendars) {
        this.teams = teams;
        this.calendars = calendars;
    }

    @GetMapping("/api/teams/{id}/calendar")
    @Operation(
            operationId = "showTeamCalendar",
            summary = "The days of a team's members: work, holidays and leave",
            description = "For the members of the team, managers and admins. Answers at most 62 days, both ends"
                    + " included, of each member who has not left.")
    @Refuses({"400 bad-parameter", "403 role"})
    TeamCalendarView calendar(
            @PathVariable UUID id,
            @Parameter(description = "The first day, ISO 8601.") @RequestParam LocalDate from,
            @Parameter(description = "The last day, ISO 8601.") @RequestParam LocalDate to,
            Caller caller) {
        var team = teams.find(new TeamId(id), caller);
        if (!team.mine() && !caller.is("MANAGER", "ADMIN"))
            throw new Refused(
                    HttpStatus.FORBIDDEN,
                    CommonReason.ROLE,
                    "Only its members, managers and admins can see a team's calendar.");
        CalendarService.mustSpan(from, to, MOST_DAYS);
        var members = team.members().stream().map(TeamDetail.Teammate::member).toList();
        var days = calendars.days(members, from, to);
        return new TeamCalendarView(members.stream()
                .filter(days::containsKey)
                .map(member -> new TeammateView(member, days.getOrDefault(member, List.of())))
                .toList());
    }
}
