package ilgam.work.project;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import ilgam.member.language.MemberId;

/** Everything that can be changed of a project, one intention each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ProjectChange {

    record RenameProject(ProjectName to) implements ProjectChange {}

    record DescribeProject(ProjectPurpose to) implements ProjectChange {}

    /** From now on every member finds it. */
    record OpenProject() implements ProjectChange {}

    /** From now on only those admitted find it. */
    record RestrictProject() implements ProjectChange {}

    /**
     * The statuses from now on.
     *
     * @param successors for retired statuses: the id or name of the status that takes their items over
     */
    record DefineWorkflow(WorkflowPlan plan, Map<String, String> successors) implements ProjectChange {}

    record AdmitMember(MemberId member) implements ProjectChange {}

    record DismissMember(MemberId member) implements ProjectChange {}

    record ArchiveProject() implements ProjectChange {}

    record UnarchiveProject() implements ProjectChange {}
}
