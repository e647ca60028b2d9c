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

/** Decides whose figures a caller may ask for, and of which time. */
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

    /** @param further names that only this question knows, besides the common ones */
    Parameters read(MultiValueMap<String, String> given, Caller caller, String... further) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var asked = Parameters.of(given, now, further).usuallyIn(company::at);
        return asked.cycle()
                .map(which -> cycle(which, caller, asked))
                .map(cycle -> asked.within(cycle.from(), cycle.to()))
                .orElse(asked);
    }

    Scope scope(Parameters asked, Caller caller) {
        var member = asked.member(caller.member()).map(persons::whoHasFiguresOf).orElse(null);
        mustBeAllowedToSee(member, caller);
        var visible = visibleProjects(asked, caller);
        var team = asked.id("team").orElse(null);
        asked.mustAllBeReadable();
        return new Scope(visible, member, team, asked.kind().orElse(null), asked.at(), asked.zone());
    }

    /** Which day it is at the instant that is asked for: for everybody the one of the zone that is asked for, if any. */
    Today today(Parameters asked) {
        return days.at(asked.at(), asked.askedZone().orElse(null));
    }

    /** The instants of a flow: only its own instant unless a range is asked for. */
    List<Instant> points(Parameters asked, Scope scope) {
        var step = asked.step().orElse(Step.DAY);
        if (asked.from().isEmpty() && asked.to().isEmpty()) return List.of(scope.at());
        var range = recent(asked, scope);
        return mustBeFew(step.points(range.from(), range.to(), scope.zone()));
    }

    /** The range asked for; without a start it is the twelve weeks, the last one's included, before its end. */
    Range recent(Parameters asked, Scope scope) {
        var to = asked.to().orElse(scope.at());
        return mustBeInOrder(asked.from().orElseGet(() -> weeksBefore(to, scope)), to);
    }

    /** The range asked for; without a start it has none. */
    Range ever(Parameters asked, Scope scope) {
        asked.step();
        return mustBeInOrder(asked.from().orElse(Range.EARLIEST), asked.to().orElse(scope.at()));
    }

    /** Day, week or month, and not too many of them. */
    Step periods(Parameters asked, Range range, Scope scope) {
        var step = asked.step().orElse(Step.WEEK);
        if (step == Step.HOUR)
            throw Parameters.refused(
                    "step",
                    "'{parameter}' must be one of {choices} here.",
                    Map.of("choices", List.of("day", "month", "week")));
        mustBeFew(step.periods(range.from(), range.to(), scope.zone()));
        return step;
    }

    private CyclePeriod cycle(CyclePeriod.Which which, Caller caller, Parameters asked) {
        var mine = cycles.of(caller.member());
        return mine.cycle(which, mine.today(asked.at(), asked.zone()));
    }

    private static Instant weeksBefore(Instant to, Scope scope) {
        var monday = Step.WEEK.startOf(to, scope.zone()).atZone(scope.zone());
        var from = monday.minusWeeks(WEEKS - 1).toInstant();
        return from.isBefore(Range.EARLIEST) ? Range.EARLIEST : from;
    }

    private List<UUID> visibleProjects(Parameters asked, Caller caller) {
        var all = caller.is("ADMIN");
        var keys = asked.projects();
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
                "Only managers and the leads of their teams can see the figures of another person. Leave 'member' out, or ask for 'me'.");
    }

    private static Range mustBeInOrder(Instant from, Instant to) {
        if (from.isAfter(to)) throw Parameters.refused("from", "'from' must not be later than 'to'.");
        return new Range(from, to);
    }

    static Refused tooMuch() {
        return Parameters.refused(
                "step",
                "That is more than {most:,} figures. Ask for fewer projects, a shorter time or a longer step.",
                Map.of("most", FlowFigures.MOST));
    }

    private static List<Instant> mustBeFew(List<Instant> instants) {
        if (instants.size() <= Step.MOST) return instants;
        throw Parameters.refused(
                "step",
                "That is more than {most:,} steps. Ask for a shorter time or a longer step.",
                Map.of("most", Step.MOST));
    }
}
