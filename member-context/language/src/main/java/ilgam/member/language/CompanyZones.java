package ilgam.member.language;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The company's time zones in the order in which they were set. */
public record CompanyZones(List<Since> inOrder) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** A time zone from an instant on. */
    public record Since(Instant instant, String timeZone) {}

    public CompanyZones {
        inOrder = List.copyOf(inOrder);
    }

    /** Where the company's days started then. The first zone also holds for all time before it; without any it is UTC. */
    public ZoneId at(Instant instant) {
        var zone = inOrder.stream()
                .filter(since -> !since.instant().isAfter(instant))
                .reduce((_, later) -> later)
                .or(() -> inOrder.stream().findFirst());
        return zone.map(since -> ZoneId.of(since.timeZone())).orElse(UTC);
    }
}
