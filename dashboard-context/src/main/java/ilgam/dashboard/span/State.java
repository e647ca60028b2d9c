package ilgam.dashboard.span;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.Kind;
import ilgam.work.language.Priority;

/**
 * Everything about an item that figures use.
 *
 * @param status the id of its status; null before the first
 * @param statusAt when it entered that status
 */
record State(
        @Nullable String status,
        Instant statusAt,
        @Nullable UUID assignee,
        Kind kind,
        Priority priority,
        @Nullable LocalDate dueOn,
        @Nullable String resolution,
        boolean deleted) {

    private static final State BLANK =
            new State(null, Instant.EPOCH, null, Kind.TASK, Priority.NONE, null, null, false);

    static State inStatus(String status) {
        return BLANK.withStatus(status, Instant.EPOCH);
    }

    static State assignedTo(@Nullable UUID assignee) {
        return BLANK.withAssignee(assignee);
    }

    static State ofKind(Kind kind) {
        return BLANK.withKind(kind);
    }

    static State ofPriority(Priority priority) {
        return BLANK.withPriority(priority);
    }

    static State due(@Nullable LocalDate dueOn) {
        return BLANK.withDueOn(dueOn);
    }

    static State resolvedAs(@Nullable String resolution) {
        return BLANK.withResolution(resolution);
    }

    static State deleted(boolean deleted) {
        return BLANK.withDeleted(deleted);
    }

    State withStatus(@Nullable String status, Instant since) {
        return new State(status, since, assignee, kind, priority, dueOn, resolution, deleted);
    }

    State withAssignee(@Nullable UUID assignee) {
        return new State(status, statusAt, assignee, kind, priority, dueOn, resolution, deleted);
    }

    State withKind(Kind kind) {
        return new State(status, statusAt, assignee, kind, priority, dueOn, resolution, deleted);
    }

    State withPriority(Priority priority) {
        return new State(status, statusAt, assignee, kind, priority, dueOn, resolution, deleted);
    }

    State withDueOn(@Nullable LocalDate dueOn) {
        return new State(status, statusAt, assignee, kind, priority, dueOn, resolution, deleted);
    }

    State withResolution(@Nullable String resolution) {
        return new State(status, statusAt, assignee, kind, priority, dueOn, resolution, deleted);
    }

    State withDeleted(boolean deleted) {
        return new State(status, statusAt, assignee, kind, priority, dueOn, resolution, deleted);
    }
}
