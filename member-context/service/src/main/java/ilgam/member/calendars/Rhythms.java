package ilgam.member.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.member.calendar.Rhythm;
import ilgam.member.language.Cadence;
import ilgam.member.language.Cadences;
import ilgam.member.language.CyclePeriod;

/** A member's rhythms in the order in which they hold, and the cycles that follow from them. */
public record Rhythms(Rhythm usual, List<Dated> inOrder) {

    /** A rhythm from a date on. */
    public record Dated(@Nullable LocalDate effectiveFrom, Rhythm rhythm) {

        private Cadence cadence() {
            return new Cadence(
                    effectiveFrom == null ? LocalDate.MIN : effectiveFrom,
                    rhythm.startsOn(),
                    rhythm.lengthDays(),
                    rhythm.timeZone());
        }

        boolean isLaterThan(LocalDate day) {
            return effectiveFrom != null && effectiveFrom.isAfter(day);
        }
    }

    public Rhythms {
        inOrder = List.copyOf(inOrder);
    }

    /** The rhythm that holds on a day. */
    public Dated on(LocalDate day) {
        return inOrder.stream()
                .filter(dated -> !dated.isLaterThan(day))
                .reduce((_, later) -> later)
                .orElseGet(() -> new Dated(null, usual));
    }

    /** Those that take effect later than a day. */
    public List<Dated> after(LocalDate day) {
        return inOrder.stream().filter(dated -> dated.isLaterThan(day)).toList();
    }

    /** The day that it is where the last rhythm is at home that has begun there. */
    public LocalDate today(Instant now) {
        return cadences().today(now, ZoneId.of(usual.timeZone()));
    }

    /** The cycle called so by somebody for whom it is this day. */
    public CyclePeriod cycle(CyclePeriod.Which which, LocalDate today) {
        return cadences().cycle(which, today);
    }

    private Cadences cadences() {
        return new Cadences(inOrder.stream().map(Dated::cadence).toList());
    }
}
