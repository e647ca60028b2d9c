package ilgam.work.projects;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import static java.time.ZoneOffset.UTC;

/** The names of a project's statuses, now and at any past instant. */
public record StatusNames(List<Name> names) {

    record Name(String id, OffsetDateTime from, OffsetDateTime to, String name) {

        private boolean holds(OffsetDateTime at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** The name at that instant; the id itself when no workflow knows it. */
    public String of(String status, Instant at) {
        var then = at.atOffset(UTC);
        return names.stream()
                .filter(name -> name.id().equals(status) && name.holds(then))
                .map(Name::name)
                .findFirst()
                .orElse(status);
    }
}
