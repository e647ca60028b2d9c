package ilgam.dashboard.api;

import java.time.Clock;
import java.time.Instant;
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

import ilgam.dashboard.calendar.CompanyZone;
import ilgam.dashboard.calendar.Days;
import ilgam.dashboard.calendar.Today;
import ilgam.dashboard.calendar.WorkCycles;
import ilgam.dashboard.figures.FlowFigures;
import ilgam.dashboard.figures.Range;
import ilgam.dashboard.figures.Scope;
import ilgam.dashboard.figures.Step;
import ilgam.dashboard.project.Projects;
import ilgam.dashboard.span.Persons;
import ilgam.dashboard.team.Teammates;
import ilgam.member.language.CyclePeriod;
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
    Parameters read(MultiValueMap<String, String> given, Caller caller, String... further) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var parameters = Parameters.of(given, now, further).withDefaultZone(company::at);
        return parameters
                .cycle()
                .map(which -> cycle(which, caller, parameters))
                .map(cycle -> parameters.within(cycle.from(), cycle.to()))
                .orElse(parameters);
    }

    Scope scope(Parameters parameters, Caller caller) {
        var member =
                parameters.member(caller.member()).map(persons::whoHasFiguresOf).orElse(null);
        mustBeAllowedToSee(member, caller);
        var visible = visibleProjects(parameters, caller);
        var team = parameters.id("team").orElse(null);
        parameters.mustAllBeReadable();
        return new Scope(visible, member, team, parameters.kind().orElse(null), parameters.at(), parameters.zone());
    }

    /** The day at the requested instant: in the requested zone for everybody, or by each assignee's own. */
    Today today(Parameters parameters) {
        return days.at(parameters.at(), parameters.requestedZone().orElse(null));
    }

    /** The instants of a flow: the scope's own one unless a range is requested. */
    List<Instant> points(Parameters parameters, Scope scope) {
        var step = parameters.step().orElse(Step.DAY);
        if (parameters.from().isEmpty() && parameters.to().isEmpty()) return List.of(scope.at());
        var range = recent(parameters, scope);
        return mustBeFew(step.points(range.from(), range.to(), scope.zone()));
    }

    /** The requested range; without a start, the twelve weeks up to and including that of its end. */
    Range recent(Parameters parameters, Scope scope) {
        var to = parameters.to().orElse(scope.at());
        return mustBeInOrder(parameters.from().orElseGet(() -> weeksBefore(to, scope)), to);
    }

    /** The requested range; without a start, everything before its end. */
    Range ever(Parameters parameters, Scope scope) {
        parameters.step();
        return mustBeInOrder(
                parameters.from().orElse(Range.EARLIEST), parameters.to().orElse(scope.at()));
    }

    /** The requested step: day, week or month, and not too many of them. */
    Step periods(Parameters parameters, Range range, Scope scope) {
        var step = parameters.step().orElse(Step.WEEK);
        if (step == Step.HOUR)
            throw Parameters.refused(
                    "step",
                    "'{parameter}' must be one of {choices} for this figure.",
                    Map.of("choices", List.of("day", "month", "week")));
        mustBeFew(step.periods(range.from(), range.to(), scope.zone()));
        return step;
    }

    private CyclePeriod cycle(CyclePeriod.Which which, Caller caller, Parameters parameters) {
        var mine = cycles.of(caller.member());
        return mine.cycle(which, mine.today(parameters.at(), parameters.zone()));
    }

    private static Instant weeksBefore(Instant to, Scope scope) {
        var monday = Step.WEEK.startOf(to, scope.zone()).atZone(scope.zone());
        var from = monday.minusWeeks(WEEKS - 1).toInstant();
        return from.isBefore(Range.EARLIEST) ? Range.EARLIEST : from;
    }

    private List<UUID> visibleProjects(Parameters parameters, Caller caller) {
        var all = caller.is("ADMIN");
        var keys = parameters.projects();
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
