package ilgam.dashboard.api;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import ilgam.dashboard.api.FigureQuery.Ends;
import ilgam.dashboard.figures.FlowFigures;
import ilgam.dashboard.figures.Range;
import ilgam.dashboard.figures.Scope;
import ilgam.dashboard.figures.Step;
import ilgam.dashboard.project.Projects;
import ilgam.dashboard.span.Persons;
import ilgam.dashboard.team.Teammates;
import ilgam.member.language.CyclePeriod;
import ilgam.member.replica.CompanyZone;
import ilgam.member.replica.Days;
import ilgam.member.replica.Today;
import ilgam.member.replica.WorkCycles;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;

/** Decides whose figures a caller may request, and for which time. */
@Component
class ScopeResolver {

    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final int WEEKS = 12;

    private final Projects projects;
    private final Teammates teammates;
    private final WorkCycles cycles;
    private final CompanyZone company;
    private final Days days;
    private final Persons persons;
    private final Clock clock;

    ScopeResolver(
            Projects projects,
            Teammates teammates,
            WorkCycles cycles,
            CompanyZone company,
            Days days,
            Persons persons,
            Clock clock) {
        this.company = company;
        this.days = days;
        this.persons = persons;
        this.projects = projects;
        this.teammates = teammates;
        this.cycles = cycles;
        this.clock = clock;
    }

    /** @param further parameters that only this request has, in addition to the common ones */
    FigureQuery read(MultiValueMap<String, String> given, Caller caller, String... further) {
        var parameters = Parameters.of(given, further);
        var requested = parameters.zone();
        var at = parameters.at().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS));
        var zone = requested.orElseGet(() -> company.at(at));
        var cycle = parameters.cycle().map(which -> ends(which, parameters, caller, at, zone));
        return new FigureQuery(
                parameters.projects(),
                parameters.member(caller.member()).orElse(null),
                parameters.id("team").orElse(null),
                parameters.kind().orElse(null),
                at,
                requested.orElse(null),
                zone,
                cycle.orElseGet(() -> new Ends(parameters.from(zone), parameters.to(zone))),
                parameters.step().orElse(null),
                parameters.delivered(),
                parameters.flag("points"));
    }

    /** The ends of the caller's own work cycle. */
    private Ends ends(CyclePeriod.Which which, Parameters parameters, Caller caller, Instant at, ZoneId zone) {
        if (parameters.hasRange())
            throw Parameters.refused("cycle", "'cycle' replaces 'from' and 'to': use only one of them.");
        var mine = cycles.of(caller.member());
        var cycle = mine.cycle(which, mine.today(at, zone));
        return new Ends(Optional.of(Parameters.from(cycle.from(), zone)), Optional.of(Parameters.to(cycle.to(), zone)));
    }

    Scope scope(FigureQuery query, Caller caller) {
        var member = query.member() == null ? null : persons.whoHasFiguresOf(query.member());
        mustBeAllowedToSee(member, caller);
        return new Scope(visibleProjects(query, caller), member, query.team(), query.kind(), query.at(), query.zone());
    }

    /** The day at the requested instant: in the requested zone for everybody, or by each assignee's own. */
    Today today(FigureQuery query) {
        return days.at(query.at(), query.requestedZone());
    }

    /** The instants of a flow: the scope's own one unless a range is requested. */
    List<Instant> points(FigureQuery query, Scope scope) {
        if (query.range().isEmpty()) return List.of(scope.at());
        var step = query.step() == null ? Step.DAY : query.step();
        var range = recent(query, scope);
        return mustBeFew(step.points(range.from(), range.to(), scope.zone()));
    }

    /** The requested range; without a start, the twelve weeks up to and including that of its end. */
    Range recent(FigureQuery query, Scope scope) {
        var to = query.range().to().orElse(scope.at());
        return mustBeInOrder(query.range().from().orElseGet(() -> weeksBefore(to, scope)), to);
    }

    /** The requested range; without a start, everything before its end. */
    Range ever(FigureQuery query, Scope scope) {
        return mustBeInOrder(
                query.range().from().orElse(Range.EARLIEST), query.range().to().orElse(scope.at()));
    }

    /** The requested step: day, week or month, and not too many of them. */
    Step periods(FigureQuery query, Range range, Scope scope) {
        var step = query.step() == null ? Step.WEEK : query.step();
        if (step == Step.HOUR)
            throw Parameters.refused(
                    "step",
                    "'{parameter}' must be one of {choices} for this figure.",
                    Map.of("choices", List.of("day", "month", "week")));
        mustBeFew(step.periods(range.from(), range.to(), scope.zone()));
        return step;
    }

    private static Instant weeksBefore(Instant to, Scope scope) {
        var monday = Step.WEEK.startOf(to, scope.zone()).atZone(scope.zone());
        var from = monday.minusWeeks(WEEKS - 1).toInstant();
        return from.isBefore(Range.EARLIEST) ? Range.EARLIEST : from;
    }

    private List<UUID> visibleProjects(FigureQuery query, Caller caller) {
        var all = caller.is("ADMIN");
        var keys = query.projects();
        if (keys.isEmpty()) return projects.visibleTo(caller.member(), all);
        return Optional.of(keys)
                .filter(given -> given.stream().allMatch(KEY.asMatchPredicate()))
                .flatMap(given -> projects.visibleTo(caller.member(), all, given))
                .orElseThrow(() -> new Refused(
                        HttpStatus.NOT_FOUND, CommonReason.NOT_FOUND, "No project that you can see has this key."));
    }

    private void mustBeAllowedToSee(@Nullable UUID member, Caller caller) {
        if (member == null || member.equals(caller.member()) || caller.is("MANAGER", "ADMIN")) return;
        if (teammates.isIn(caller.leads(), member)) return;
        throw new Refused(
                HttpStatus.FORBIDDEN,
                ApiReason.FIGURES_OF_OTHERS,
                "Only managers and the leads of their teams can see the figures of another person. Leave 'member' out, or use 'me'.");
    }

    private static Range mustBeInOrder(Instant from, Instant to) {
        if (from.isAfter(to)) throw Parameters.refused("from", "'from' must not be later than 'to'.");
        return new Range(from, to);
    }

    static Refused tooMuch() {
        return Parameters.refused(
                "step",
                "That is more than {most:,} figures. Request fewer projects, a shorter range or a longer step.",
                Map.of("most", FlowFigures.MOST));
    }

    private static List<Instant> mustBeFew(List<Instant> instants) {
        if (instants.size() <= Step.MOST) return instants;
        throw Parameters.refused(
                "step",
                "That is more than {most:,} steps. Request a shorter range or a longer step.",
                Map.of("most", Step.MOST));
    }
}
