package ilgam.work.projects;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.work.language.Status;

/** A project as its members see it. */
@Schema(name = "Project", description = "A project.")
public record ProjectView(
        @Schema(description = "Its id, a UUID.") UUID id,

        @Schema(description = "Its key; the keys of its items begin with it.")
        String key,

        @Schema(description = "What it is called.") String name,

        @Schema(description = "What it is for; empty for nothing said.")
        String description,

        @Schema(
                description = "Whether everybody may see it, or those who belong to it.",
                allowableValues = {"open", "private"})
        String visibility,

        @Schema(description = "Whether it is archived: nothing in it changes then.")
        boolean archived,

        @Schema(description = "Counts its changes; the ETag says the same.")
        long version,

        @Schema(description = "Its statuses.") WorkflowView workflow,

        @Schema(description = "The ids of the members who belong to it.")
        List<UUID> members,

        @Schema(description = "The id of who started it; null when an import did.") @Nullable
        UUID startedBy) {

    /** The project's statuses in their order. */
    @Schema(name = "Workflow", description = "The statuses of a project.")
    public record WorkflowView(
            @Schema(description = "The statuses in their order.")
            List<StatusView> statuses) {

        static WorkflowView of(List<Status> statuses) {
            return new WorkflowView(statuses.stream().map(StatusView::of).toList());
        }
    }

    /** A status of a workflow. */
    @Schema(name = "Status", description = "A status of a workflow.")
    public record StatusView(
            @Schema(description = "Its id, which stays under another name.")
            String id,

            @Schema(description = "What it is called.") String name,

            @Schema(
                    description = "What an item in it counts as.",
                    allowableValues = {"todo", "doing", "waiting", "done", "dropped"})
            String category) {

        static StatusView of(Status status) {
            return new StatusView(
                    status.id(), status.name(), status.category().name().toLowerCase(Locale.ROOT));
        }
    }
}
