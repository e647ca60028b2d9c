package ilgam.dashboard.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ilgam.dashboard.figures.CycleTimeFigures;
import ilgam.dashboard.figures.CycleTimes;
import ilgam.dashboard.figures.Flow;
import ilgam.dashboard.figures.FlowFigures;
import ilgam.dashboard.figures.Summary;
import ilgam.dashboard.figures.SummaryFigures;
import ilgam.dashboard.figures.Throughput;
import ilgam.dashboard.figures.ThroughputFigures;
import ilgam.starter.openapi.Refuses;
import ilgam.starter.security.Caller;

/** The business dashboard. */
@RestController
@RequestMapping("/api/dashboard")
@Tag(name = "Dashboard")
@Refuses({"403 figures-of-others too-few-people", "404 not-found"})
class DashboardApi {

    private final ScopeResolver scopes;
    private final EnoughPeople people;
    private final SummaryFigures summaries;
    private final FlowFigures flows;
    private final ThroughputFigures throughputs;
    private final CycleTimeFigures cycleTimes;

    DashboardApi(
            ScopeResolver scopes,
            EnoughPeople people,
            SummaryFigures summaries,
            FlowFigures flows,
            ThroughputFigures throughputs,
            CycleTimeFigures cycleTimes) {
        this.scopes = scopes;
        this.people = people;
        this.summaries = summaries;
        this.flows = flows;
        this.throughputs = throughputs;
        this.cycleTimes = cycleTimes;
    }

    @GetMapping("/summary")
    @Operation(
            operationId = "showSummary",
            summary = "Where the work stands",
            description = "Open items by category, what is overdue or due, and what this week (from Monday in tz)"
                    + " brought, of the work that the caller may see. 'member' is the assignee at that instant.")
    @ScopeParameters
    Summary summary(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        var asked = scopes.read(parameters, caller);
        var scope = scopes.scope(asked, caller);
        people.mustBeEnough(scope, caller, List.of(scope.at()));
        return summaries.of(scope, scopes.today(asked));
    }

    @GetMapping("/flow")
    @Operation(
            operationId = "showFlow",
            summary = "Cumulative flow",
            description = "Items by category and status at one instant, or at both ends of a range and each step"
                    + " between them. 'member' is the assignee at each instant.")
    @ScopeParameters
    @RangeParameters
    Flow flow(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        var asked = scopes.read(parameters, caller);
        var scope = scopes.scope(asked, caller);
        var points = scopes.points(asked, scope);
        people.mustBeEnough(scope, caller, points);
        return flows.at(points, scope).orElseThrow(ScopeResolver::tooMuch);
    }

    @GetMapping("/throughput")
    @Operation(
            operationId = "showThroughput",
            summary = "Items finished and created per day, week or month",
            description = "Without a range, the last twelve weeks. 'member' is the assignee when the item was done;"
                    + " for 'created' the one at 'at'.")
    @ScopeParameters
    @RangeParameters
    @OutcomeParameter
    Throughput throughput(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        var asked = scopes.read(parameters, caller);
        var scope = scopes.scope(asked, caller);
        var range = scopes.recent(asked, scope);
        var step = scopes.periods(asked, range, scope);
        people.mustBeEnough(scope, caller, List.of(scope.at()));
        people.mustBeEnough(scope, caller, range);
        return throughputs.within(range, step, scope, asked.delivered());
    }

    @GetMapping("/cycle-times")
    @Operation(
            operationId = "showCycleTimes",
            summary = "How long finished items took",
            description = "Nearest-rank percentiles in seconds of the items done within the range, or ever."
                    + " Cycle time runs from the first work on an item, lead time from its opening, both to the"
                    + " start of its last unbroken run in done. 'member' is the assignee when the item was done.")
    @ScopeParameters
    @RangeParameters
    @OutcomeParameter
    @Parameter(
            name = "points",
            in = ParameterIn.QUERY,
            description = "Whether to list the newest 10,000 of the items too",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    CycleTimes cycleTimes(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        var asked = scopes.read(parameters, caller, "points");
        var scope = scopes.scope(asked, caller);
        var range = scopes.ever(asked, scope);
        people.mustBeEnough(scope, caller, range);
        return asked.points()
                ? cycleTimes.withItems(range, scope, asked.delivered())
                : cycleTimes.within(range, scope, asked.delivered());
    }
}
