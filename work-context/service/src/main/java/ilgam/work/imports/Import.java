package ilgam.work.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.imports.source.SourceWorkflow;
import ilgam.work.language.ProjectId;

/**
 * An import.
 *
 * @param step the step that runs next
 * @param askedBy the member who requested the step
 * @param tries how often it was claimed since its last progress, including this time
 * @param ownProject whether the project names of items must match the import's
 * @param statuses the ids of the project's statuses by their names
 */
public record Import(
        UUID id,
        ProjectId project,
        String projectKey,
        boolean ownProject,
        Map<String, String> statuses,
        Step step,
        int tries,
        Instant askedAt,
        UUID askedBy) {

    /** Whether an item that names this project belongs to the import. */
    public boolean takes(@Nullable String itemProject) {
        return !ownProject || itemProject == null || itemProject.strip().equalsIgnoreCase(projectKey);
    }

    /** The id of the status with this name; null when there is none. */
    @Nullable
    public String status(@Nullable String name) {
        return SourceWorkflow.status(statuses, name);
    }

    /** The source in the metadata of this import's events. */
    public String source() {
        return "import:" + id;
    }
}
