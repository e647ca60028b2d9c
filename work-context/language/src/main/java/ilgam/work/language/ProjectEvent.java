package ilgam.work.language;

import java.util.List;
import java.util.Map;

import ilgam.member.language.MemberId;

/** Everything that happens to a project. */
public sealed interface ProjectEvent {

    ProjectId project();

    record ProjectStarted(ProjectId project, String key, String name, String description, Visibility visibility)
            implements ProjectEvent {}

    record ProjectRenamed(ProjectId project, String name) implements ProjectEvent {}

    record ProjectDescribed(ProjectId project, String description) implements ProjectEvent {}

    /**
     * The project's statuses in their order, from now on. The first definition of a status also applies to all time
     * before it.
     *
     * @param successors by each status that this definition retires, the status its items are in from now on
     */
    record WorkflowDefined(ProjectId project, List<Status> statuses, Map<String, String> successors)
            implements ProjectEvent {}

    record ProjectOpened(ProjectId project) implements ProjectEvent {}

    record ProjectRestricted(ProjectId project) implements ProjectEvent {}

    record MemberAdmitted(ProjectId project, MemberId member) implements ProjectEvent {}

    record MemberDismissed(ProjectId project, MemberId member) implements ProjectEvent {}

    record ProjectArchived(ProjectId project) implements ProjectEvent {}

    record ProjectUnarchived(ProjectId project) implements ProjectEvent {}
}
