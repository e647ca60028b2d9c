package ilgam.work.project;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import ilgam.member.language.MemberId;

/** Everything that can be changed in a project, one intention each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ProjectChange {

    record RenameProject(ProjectName to) implements ProjectChange {}

    record DescribeProject(ProjectPurpose to) implements ProjectChange {}

    /** Makes the project visible to every member. */
    record OpenProject() implements ProjectChange {}

    /** Makes the project visible to admitted members only. */
    record RestrictProject() implements ProjectChange {}

    /**
     * Sets the statuses from now on.
     *
     * @param successors by the id or name of a retired status, that of the status that takes its items over
     */
    record DefineWorkflow(WorkflowPlan plan, Map<String, String> successors) implements ProjectChange {}

    record AdmitMember(MemberId member) implements ProjectChange {}

    record DismissMember(MemberId member) implements ProjectChange {}

    record ArchiveProject() implements ProjectChange {}

    record UnarchiveProject() implements ProjectChange {}
}
