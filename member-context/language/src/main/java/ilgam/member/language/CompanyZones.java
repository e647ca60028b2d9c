package ilgam.member.language;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The company's time zones, in the order in which they were set. */
public record CompanyZones(List<Since> inOrder) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** A time zone and the instant from which it applies. */
    public record Since(Instant instant, String timeZone) {}

    public CompanyZones {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * The company's time zone at an instant. The first zone also applies to all time before it; UTC when no zone was
     * set.
     */
    public ZoneId at(Instant instant) {
        var zone = inOrder.stream()
                .filter(since -> !since.instant().isAfter(instant))
                .reduce((_, later) -> later)
                .or(() -> inOrder.stream().findFirst());
        return zone.map(since -> ZoneId.of(since.timeZone())).orElse(UTC);
    }
}
