package ilgam.work.project;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.work.language.ProjectId;
import ilgam.work.language.Visibility;

/** Everything a member can ask of a project. Each answers with the project's version after it. */
public sealed interface ProjectCommand {

    ProjectId project();

    /** Asked again with the same id, the project that was started is left as it is. */
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
     * All of the changes or none.
     *
     * @param ifVersion what the member saw: whoever changed one of the same fields since then is not overwritten
     */
    record ChangeProject(
            @TargetAggregateIdentifier ProjectId project,
            List<ProjectChange> changes,
            @Nullable Long ifVersion,
            Steward by)
            implements ProjectCommand {}
}
