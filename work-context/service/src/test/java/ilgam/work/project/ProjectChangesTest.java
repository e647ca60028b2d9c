package ilgam.work.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import ilgam.member.language.MemberId;
import ilgam.starter.refusal.Told;
import ilgam.work.language.Category;
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
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;
import ilgam.work.project.ProjectChange.AdmitMember;
import ilgam.work.project.ProjectChange.ArchiveProject;
import ilgam.work.project.ProjectChange.DefineWorkflow;
import ilgam.work.project.ProjectChange.DescribeProject;
import ilgam.work.project.ProjectChange.DismissMember;
import ilgam.work.project.ProjectChange.OpenProject;
import ilgam.work.project.ProjectChange.RenameProject;
import ilgam.work.project.ProjectChange.RestrictProject;
import ilgam.work.project.ProjectChange.UnarchiveProject;
import ilgam.work.project.ProjectCommand.ChangeProject;
import ilgam.work.project.WorkflowPlan.Step;

/** Who changes a project, which changes conflict, and which go together. */
class ProjectChangesTest {

    private static final ProjectId WEB = new ProjectId(UUID.nameUUIDFromBytes(new byte[] {1}));
    private static final MemberId ADA = new MemberId(UUID.nameUUIDFromBytes(new byte[] {2}));
    private static final MemberId LIN = new MemberId(UUID.nameUUIDFromBytes(new byte[] {3}));
    private static final MemberId MAX = new MemberId(UUID.nameUUIDFromBytes(new byte[] {4}));
    private static final Steward STARTER = new Steward(ADA, false);
    private static final Steward MANAGER = new Steward(MAX, true);

    /** The version after the start: the project itself, and its workflow. */
    private static final long STARTED = 1;

    /** A change of a member who saw the project as it was started, and what happened meanwhile. */
    record Clash(String field, ProjectChange mine, ProjectEvent theirs) {}

    static final List<Clash> CLASHES = List.of(
            new Clash("name", new RenameProject(new ProjectName("Shop")), new ProjectRenamed(WEB, "Store")),
            new Clash(
                    "purpose", new DescribeProject(new ProjectPurpose("Mine.")), new ProjectDescribed(WEB, "Theirs.")),
            new Clash("workflow", new DefineWorkflow(plan("Open", "Finished"), Map.of()), defined("Open", "Done")),
            new Clash("visibility", new OpenProject(), new ProjectRestricted(WEB)),
            new Clash("visibility", new RestrictProject(), new ProjectOpened(WEB)),
            new Clash("members", new AdmitMember(LIN), new MemberAdmitted(WEB, MAX)),
            new Clash("members", new DismissMember(LIN), new MemberDismissed(WEB, MAX)));

    @ParameterizedTest
    @FieldSource("CLASHES")
    void what_another_changed_meanwhile_is_not_overwritten_unseen(Clash clash) {
        given(clash.theirs())
                .when(seenAt(STARTED, clash.mine()))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.STALE);
        given(clash.theirs()).when(seenAt(STARTED + 1, clash.mine())).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @FieldSource("CLASHES")
    void no_other_change_of_the_project_is_in_the_way(Clash clash) {
        for (var other : CLASHES)
            if (!other.field().equals(clash.field()))
                given(other.theirs()).when(seenAt(STARTED, clash.mine())).expectSuccessfulHandlerExecution();
        given(new ProjectArchived(WEB), new ProjectUnarchived(WEB))
                .when(seenAt(STARTED, clash.mine()))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_saw_a_version_that_is_still_to_come() {
        given().when(seenAt(STARTED + 1, new RenameProject(new ProjectName("Shop"))))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.STALE);
    }

    @Test
    void a_project_that_another_archived_meanwhile_is_not_unarchived_unseen() {
        given(new ProjectArchived(WEB))
                .when(seenAt(STARTED, new UnarchiveProject()))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.STALE);
    }

    @Test
    void all_changes_happen_or_none() {
        given().when(change(
                        STARTER,
                        new RenameProject(new ProjectName("Shop")),
                        new AdmitMember(LIN),
                        new DismissMember(ADA)))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.STARTER_STAYS);
        given().when(change(
                        STARTER,
                        new RenameProject(new ProjectName("Shop")),
                        new DefineWorkflow(plan("Doing", "Done"), Map.of("open", "nowhere"))))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ProjectRefused.Reason.UNKNOWN_SUCCESSOR, Map.of("status", "nowhere")));
    }

    @Test
    void nothing_of_an_archived_project_changes_but_the_archive() {
        for (var clash : CLASHES)
            given(new ProjectArchived(WEB))
                    .when(change(MANAGER, clash.mine()))
                    .expectNoEvents()
                    .expectExceptionDetails(ProjectRefused.Reason.ARCHIVED);
        given(new ProjectArchived(WEB))
                .when(change(STARTER, new UnarchiveProject(), new RenameProject(new ProjectName("Shop"))))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.ARCHIVED);
        given(new ProjectArchived(WEB))
                .when(change(STARTER, new ArchiveProject()))
                .expectNoEvents();
    }

    @Test
    void a_member_of_a_project_does_not_run_it() {
        for (var change : List.of(new ArchiveProject(), new UnarchiveProject(), new DismissMember(MAX)))
            given(new MemberAdmitted(WEB, LIN))
                    .when(change(new Steward(LIN, false), change))
                    .expectNoEvents()
                    .expectExceptionDetails(ProjectRefused.Reason.NOT_YOURS_TO_RUN);
    }

    @Test
    void a_project_that_nobody_started_is_run_by_managers_alone() {
        var imported = List.of(new ProjectStarted(WEB, "WEB", "Web", "", Visibility.OPEN), defined("Open", "Done"));
        new AggregateTestFixture<>(Project.class)
                .given(imported)
                .when(change(STARTER, new RenameProject(new ProjectName("Shop"))))
                .expectExceptionDetails(ProjectRefused.Reason.NOT_YOURS_TO_RUN);
        new AggregateTestFixture<>(Project.class)
                .given(imported)
                .when(change(MANAGER, new RestrictProject()))
                .expectEvents(new ProjectRestricted(WEB), new MemberAdmitted(WEB, MAX));
    }

    @Test
    void a_member_who_restricts_a_project_is_admitted_once() {
        given().when(change(STARTER, new RestrictProject()))
                .expectEvents(new ProjectRestricted(WEB), new MemberAdmitted(WEB, ADA));
        given(new MemberAdmitted(WEB, ADA), new MemberAdmitted(WEB, MAX))
                .when(change(MANAGER, new RestrictProject()))
                .expectEvents(new ProjectRestricted(WEB));
        given(new ProjectRestricted(WEB))
                .when(change(MANAGER, new RestrictProject()))
                .expectNoEvents();
    }

    @Test
    void members_stay_admitted_while_a_project_is_open() {
        given(new ProjectRestricted(WEB), new MemberAdmitted(WEB, LIN), new ProjectOpened(WEB))
                .when(change(STARTER, new AdmitMember(LIN)))
                .expectNoEvents();
        given(new ProjectRestricted(WEB), new MemberAdmitted(WEB, LIN), new MemberDismissed(WEB, LIN))
                .when(change(STARTER, new AdmitMember(LIN)))
                .expectEvents(new MemberAdmitted(WEB, LIN));
    }

    private static TestExecutor<Project> given(ProjectEvent... meanwhile) {
        var started = new GenericEventMessage<>(
                new ProjectStarted(WEB, "WEB", "Web", "", Visibility.OPEN), MetaData.with("actor", ADA.toString()));
        return new AggregateTestFixture<>(Project.class)
                .given(Stream.concat(Stream.of(started, defined("Open", "Done")), Stream.of(meanwhile))
                        .toList());
    }

    private static ChangeProject change(Steward by, ProjectChange... changes) {
        return new ChangeProject(WEB, List.of(changes), null, by);
    }

    private static ChangeProject seenAt(long version, ProjectChange change) {
        return new ChangeProject(WEB, List.of(change), version, STARTER);
    }

    private static WorkflowPlan plan(String first, String last) {
        return new WorkflowPlan(List.of(new Step(null, first, Category.TODO), new Step("done", last, Category.DONE)));
    }

    private static WorkflowDefined defined(String first, String last) {
        return new WorkflowDefined(
                WEB,
                List.of(new Status("open", first, Category.TODO), new Status("done", last, Category.DONE)),
                Map.of());
    }
}
