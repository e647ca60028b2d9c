package ilgam.work.projects;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.work.language.Status;

/** A project as its members see it. */
@Schema(name = "Project")
public record ProjectView(
        UUID id,
        String key,
        String name,
        String description,
        @Schema(allowableValues = {"open", "private"}) String visibility,
        boolean archived,
        long version,
        WorkflowView workflow,
        List<UUID> members,
        @Nullable UUID startedBy) {

    /** The project's statuses in their order. */
    @Schema(name = "Workflow")
    public record WorkflowView(List<StatusView> statuses) {

        static WorkflowView of(List<Status> statuses) {
            return new WorkflowView(statuses.stream().map(StatusView::of).toList());
        }
    }

    /** A status of a workflow. */
    @Schema(name = "Status")
    public record StatusView(
            String id,
            String name,

            @Schema(allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
            String category) {

        static StatusView of(Status status) {
            return new StatusView(
                    status.id(), status.name(), status.category().name().toLowerCase(Locale.ROOT));
        }
    }
}
