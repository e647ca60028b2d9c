package ilgam.member.time.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.CyclePeriod;
import ilgam.member.language.CycleRule;
import ilgam.member.language.CycleRules;
import ilgam.member.time.calendar.WorkCycle;

/** A member's work cycles in the order in which they apply, and the cycles that follow from them. */
public record WorkCycles(WorkCycle usual, List<Dated> inOrder) {

    /** A work cycle and the date from which it applies; a null date means it always applied. */
    public record Dated(@Nullable LocalDate effectiveFrom, WorkCycle workCycle) {

        private CycleRule rule() {
            return new CycleRule(
                    effectiveFrom == null ? LocalDate.MIN : effectiveFrom,
                    workCycle.startsOn(),
                    workCycle.lengthDays(),
                    workCycle.timeZone());
        }

        boolean isLaterThan(LocalDate day) {
            return effectiveFrom != null && effectiveFrom.isAfter(day);
        }
    }

    public WorkCycles {
        inOrder = List.copyOf(inOrder);
    }

    /** The work cycle that applies on a day. */
    public Dated on(LocalDate day) {
        return inOrder.stream()
                .filter(dated -> !dated.isLaterThan(day))
                .reduce((_, later) -> later)
                .orElseGet(() -> new Dated(null, usual));
    }

    /** The work cycles that take effect after a day. */
    public List<Dated> after(LocalDate day) {
        return inOrder.stream().filter(dated -> dated.isLaterThan(day)).toList();
    }

    /** Today in the time zone of the last work cycle that has begun in its own zone. */
    public LocalDate today(Instant now) {
        return rules().today(now, ZoneId.of(usual.timeZone()));
    }

    /** The previous, current or next cycle, seen from the given day. */
    public CyclePeriod cycle(CyclePeriod.Which which, LocalDate today) {
        return rules().cycle(which, today);
    }

    private CycleRules rules() {
        return new CycleRules(inOrder.stream().map(Dated::rule).toList());
    }
}
