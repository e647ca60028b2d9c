package ilgam.work.replica;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import ilgam.work.language.Status;

/** A project's statuses as defined at an instant, with the successors of those that were retired. */
public record Definition(Instant at, List<Status> statuses, Map<String, String> successors) {

    /** The same definition, in effect from another instant on. */
    public Definition from(Instant instant) {
        return new Definition(instant, statuses, successors);
    }
}
