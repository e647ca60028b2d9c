package ilgam.work.projects;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import static java.time.ZoneOffset.UTC;

/** What a project's statuses are and were called. */
public record StatusNames(List<Name> names) {

    record Name(String id, OffsetDateTime from, OffsetDateTime to, String name) {

        private boolean holds(OffsetDateTime at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** The name that members read then; the id itself if no workflow knows it. */
    public String of(String status, Instant at) {
        var then = at.atOffset(UTC);
        return names.stream()
                .filter(name -> name.id().equals(status) && name.holds(then))
                .map(Name::name)
                .findFirst()
                .orElse(status);
    }
}
