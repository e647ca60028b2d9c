package ilgam.dashboard.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.dashboard.figures.Step;
import ilgam.work.language.Kind;

/**
 * What a request for a figure asks for.
 *
 * @param projects keys; none: all that the caller may see
 * @param at the requested instant, or now
 * @param requestedZone in which days start, for everybody
 * @param zone in which periods start: the requested one, or the company's then
 * @param range the requested range, or that of the requested work cycle
 * @param delivered whether to leave out finished items that delivered nothing
 * @param points whether to list the items, too
 */
record FigureQuery(
        Set<String> projects,
        @Nullable UUID member,
        @Nullable UUID team,
        @Nullable Kind kind,
        Instant at,
        @Nullable ZoneId requestedZone,
        ZoneId zone,
        Ends range,
        @Nullable Step step,
        boolean delivered,
        boolean points) {

    /** The ends of a range, both included; one that is left out depends on the figure. */
    record Ends(Optional<Instant> from, Optional<Instant> to) {

        boolean isEmpty() {
            return from.isEmpty() && to.isEmpty();
        }
    }
}
