package ilgam.work.project;

import ilgam.work.language.ProjectEvent;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.MemberDismissed;
import ilgam.work.language.ProjectEvent.ProjectArchived;
import ilgam.work.language.ProjectEvent.ProjectDescribed;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRenamed;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.ProjectUnarchived;
import ilgam.work.language.ProjectEvent.WorkflowDefined;

/** The fields of a project for optimistic locking: concurrent changes of different fields do not conflict. */
enum ProjectField {
    BEGINNING,
    NAME,
    DESCRIPTION,
    WORKFLOW,
    VISIBILITY,
    MEMBERS,
    ARCHIVE;

    static ProjectField touchedBy(ProjectEvent event) {
        return switch (event) {
            case ProjectStarted _ -> BEGINNING;
            case ProjectRenamed _ -> NAME;
            case ProjectDescribed _ -> DESCRIPTION;
            case WorkflowDefined _ -> WORKFLOW;
            case ProjectOpened _, ProjectRestricted _ -> VISIBILITY;
            case MemberAdmitted _, MemberDismissed _ -> MEMBERS;
            case ProjectArchived _, ProjectUnarchived _ -> ARCHIVE;
        };
    }

    static ProjectField touchedBy(ProjectChange change) {
        return switch (change) {
            case ProjectChange.RenameProject _ -> NAME;
            case ProjectChange.DescribeProject _ -> DESCRIPTION;
            case ProjectChange.DefineWorkflow _ -> WORKFLOW;
            case ProjectChange.OpenProject _, ProjectChange.RestrictProject _ -> VISIBILITY;
            case ProjectChange.AdmitMember _, ProjectChange.DismissMember _ -> MEMBERS;
            case ProjectChange.ArchiveProject _, ProjectChange.UnarchiveProject _ -> ARCHIVE;
        };
    }
}
