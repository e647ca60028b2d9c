package ilgam.work.projects;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

/** A project as of an instant. */
record ProjectRow(
        UUID id,
        String key,
        @Nullable UUID startedBy,
        Instant from,
        long version,
        String name,
        String description,
        Visibility visibility,
        boolean archived,
        List<Status> workflow,
        List<UUID> members) {

    /**
     * The time of a later event, but not before this row's: the version decides what is current, even if the clock was
     * set back. Today's changes are given a time not before the project's last one when they are stored; older ones may
     * not have been.
     */
    Instant notBefore(Instant occurredAt) {
        return occurredAt.isBefore(from) ? from : occurredAt;
    }

    ProjectRow at(Instant instant, long sequence) {
        return new ProjectRow(
                id, key, startedBy, instant, sequence, name, description, visibility, archived, workflow, members);
    }

    ProjectRow named(String as) {
        return new ProjectRow(
                id, key, startedBy, from, version, as, description, visibility, archived, workflow, members);
    }

    ProjectRow described(String as) {
        return new ProjectRow(id, key, startedBy, from, version, name, as, visibility, archived, workflow, members);
    }

    ProjectRow visible(Visibility to) {
        return new ProjectRow(id, key, startedBy, from, version, name, description, to, archived, workflow, members);
    }

    ProjectRow archived(boolean now) {
        return new ProjectRow(id, key, startedBy, from, version, name, description, visibility, now, workflow, members);
    }

    ProjectRow working(List<Status> statuses) {
        return new ProjectRow(
                id, key, startedBy, from, version, name, description, visibility, archived, statuses, members);
    }

    ProjectRow withMembers(List<UUID> now) {
        return new ProjectRow(
                id, key, startedBy, from, version, name, description, visibility, archived, workflow, now);
    }
}
