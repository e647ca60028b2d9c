package ilgam.dashboard.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.dashboard.figures.Range;
import ilgam.dashboard.figures.Scope;
import ilgam.dashboard.figures.Step;
import ilgam.dashboard.team.SmallTeams;
import ilgam.dashboard.team.SmallTeams.Few;
import ilgam.dashboard.team.Teammates;
import ilgam.starter.security.Caller;
import ilgam.starter.web.Refused;

/**
 * Protects persons in small teams: the figures of a team of fewer than three are those of its persons, so only callers
 * who may see each of these may see them.
 *
 * <p>For a figure over a range the team must have been large enough at its start, its end, and every start of a day
 * between. Otherwise two figures of different times would reveal the work of one or two persons. Within a day a team
 * may still be set up.
 */
@Component
class EnoughPeople {

    private final SmallTeams smallTeams;
    private final Teammates teammates;

    EnoughPeople(SmallTeams smallTeams, Teammates teammates) {
        this.smallTeams = smallTeams;
        this.teammates = teammates;
    }

    /** Requires enough members at each of these instants, unless the caller may see each person. */
    void mustBeEnough(Scope scope, Caller caller, Collection<Instant> instants) {
        var few = hidden(scope, caller);
        if (few.isEmpty()) return;
        for (var instant : instants)
            if (few.stream().anyMatch(each -> each.holdsAt(scope.known(instant)))) throw tooFew();
    }

    /** Requires enough members throughout a range. */
    void mustBeEnough(Scope scope, Caller caller, Range range) {
        var known = new Range(scope.known(range.from()), scope.known(range.to()));
        if (hidden(scope, caller).stream().anyMatch(few -> isSeen(few, known, scope.zone()))) throw tooFew();
    }

    private static boolean isSeen(Few few, Range range, ZoneId zone) {
        var first = few.from().isBefore(range.from()) ? range.from() : few.from();
        var last = few.to().isAfter(range.to()) ? range.to() : few.to().minus(1, ChronoUnit.MICROS);
        if (first.isAfter(last)) return false;
        return few.holdsAt(range.from())
                || few.holdsAt(range.to())
                || !Step.DAY.startOf(last, zone).isBefore(first);
    }

    /**
     * The times when too few belonged to the team, of which the caller may not see each. A single member was checked
     * before.
     */
    private List<Few> hidden(Scope scope, Caller caller) {
        var team = scope.team();
        if (team == null
                || scope.member() != null
                || caller.is("MANAGER", "ADMIN")
                || caller.leads().contains(team)) return List.of();
        return smallTeams.of(team).stream()
                .filter(few -> !maySee(caller, few.members()))
                .toList();
    }

    private boolean maySee(Caller caller, Set<UUID> members) {
        return members.stream()
                .allMatch(member -> member.equals(caller.member()) || teammates.isIn(caller.leads(), member));
    }

    private static Refused tooFew() {
        return new Refused(
                HttpStatus.FORBIDDEN,
                ApiReason.TOO_FEW_PEOPLE,
                "Fewer than three people were in this team at that time, so its figures would reveal theirs. Only managers"
                        + " and the team's leads can see them.");
    }
}
