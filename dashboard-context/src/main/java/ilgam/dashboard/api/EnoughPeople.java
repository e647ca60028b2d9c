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
 * The figures of a team of fewer than three are those of its persons: only who may see each of these sees them.
 *
 * <p>For a figure over a time the team must have been large enough at its start, its end, and every start of a day
 * between them: otherwise what only one or two did would follow from two figures of different times. Within a day a
 * team may be put together.
 */
@Component
class EnoughPeople {

    private final SmallTeams smallTeams;
    private final Teammates teammates;

    EnoughPeople(SmallTeams smallTeams, Teammates teammates) {
        this.smallTeams = smallTeams;
        this.teammates = teammates;
    }

    /** At each of these instants there must be enough, unless the caller may see those who are there. */
    void mustBeEnough(Scope scope, Caller caller, Collection<Instant> instants) {
        var few = hidden(scope, caller);
        if (few.isEmpty()) return;
        for (var instant : instants)
            if (few.stream().anyMatch(each -> each.holdsAt(scope.known(instant)))) throw tooFew();
    }

    /** The same for a figure over a time. */
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

    /** When there were too few of whom the caller may not see each; a single member was checked before. */
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
                "Fewer than three people were in this team at that time, so its figures would be theirs. Only managers"
                        + " and the team's leads can see them.");
    }
}
