package ilgam.work.project;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

/** Everything that can be done with a project. Each command returns the project's version after it. */
public sealed interface ProjectCommand {

    ProjectId project();

    /** Starts a project. Repeated with the same id it changes nothing. */
    record StartProject(
            @TargetAggregateIdentifier ProjectId project,
            ProjectKey key,
            ProjectName name,
            ProjectPurpose purpose,
            Visibility visibility,
            WorkflowPlan workflow,
            Steward by)
            implements ProjectCommand {}

    /**
     * Makes all of the changes or none.
     *
     * @param ifVersion the version that the member saw; null skips the check. Refused when one of the same fields was
     * changed since then
     */
    record ChangeProject(
            @TargetAggregateIdentifier ProjectId project,
            List<ProjectChange> changes,
            @Nullable Long ifVersion,
            Steward by)
            implements ProjectCommand {}
}
