package ilgam.work.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.ProjectId;

/**
 * An import that somebody asked for.
 *
 * @param step what is to be done next: stage, announce, send, clean, withdraw or restore
 * @param askedBy whoever asked for the step
 * @param tries how often it was taken up, this time included, since it last got on
 * @param ownProject whether the items' own project names must be that of the import
 * @param statuses the ids of the project's statuses by their names
 */
record Import(
        UUID id,
        ProjectId project,
        String projectKey,
        boolean ownProject,
        Map<String, String> statuses,
        String step,
        int tries,
        Instant askedAt,
        UUID askedBy) {

    /** Whether an item that names this project belongs to the import. */
    boolean takes(@Nullable String itemProject) {
        return !ownProject || itemProject == null || itemProject.strip().equalsIgnoreCase(projectKey);
    }

    /** The id of the status that a line calls so, null where there is none. */
    @Nullable
    String status(@Nullable String name) {
        return SourceWorkflow.status(statuses, name);
    }

    /** What the events of this import carry as their source. */
    String source() {
        return "import:" + id;
    }
}
