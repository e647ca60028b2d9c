package ilgam.work.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberId;
import ilgam.starter.refusal.Told;
import ilgam.work.language.Category;
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
import ilgam.work.project.ProjectCommand.ChangeProject;
import ilgam.work.project.ProjectCommand.StartProject;
import ilgam.work.project.WorkflowPlan.Step;

class ProjectTest {

    private static final ProjectId WEB = new ProjectId(UUID.nameUUIDFromBytes(new byte[] {1}));
    private static final MemberId ADA = new MemberId(UUID.nameUUIDFromBytes(new byte[] {2}));
    private static final MemberId LIN = new MemberId(UUID.nameUUIDFromBytes(new byte[] {3}));
    private static final MemberId MAX = new MemberId(UUID.nameUUIDFromBytes(new byte[] {4}));
    private static final Steward STARTER = new Steward(ADA, false);
    private static final Steward MANAGER = new Steward(MAX, true);

    private final FixtureConfiguration<Project> projects = new AggregateTestFixture<>(Project.class);

    @Test
    void a_project_starts_with_a_workflow() {
        projects.givenNoPriorActivity()
                .when(start(Visibility.OPEN, twoSteps()))
                .expectEvents(started(Visibility.OPEN), twoStatuses())
                .expectResultMessagePayload(1L);
    }

    @Test
    void who_starts_a_private_project_is_admitted() {
        projects.givenNoPriorActivity()
                .when(start(Visibility.PRIVATE, twoSteps()))
                .expectEvents(started(Visibility.PRIVATE), twoStatuses(), new MemberAdmitted(WEB, ADA));
    }

    @Test
    void starting_a_project_again_leaves_the_first_as_it_is() {
        given().when(start(Visibility.PRIVATE, twoSteps())).expectNoEvents().expectResultMessagePayload(1L);
    }

    @Test
    void who_started_a_project_can_rename_and_describe_it() {
        given().when(ask(
                        STARTER,
                        new ProjectChange.RenameProject(new ProjectName("Web shop")),
                        new ProjectChange.DescribeProject(new ProjectPurpose("To sell."))))
                .expectEvents(new ProjectRenamed(WEB, "Web shop"), new ProjectDescribed(WEB, "To sell."))
                .expectResultMessagePayload(3L);
    }

    @Test
    void a_manager_can_change_a_project_of_another() {
        given().when(ask(MANAGER, new ProjectChange.RenameProject(new ProjectName("Web shop"))))
                .expectEvents(new ProjectRenamed(WEB, "Web shop"));
    }

    @Test
    void a_member_cannot_change_a_project_of_another() {
        given().when(ask(new Steward(LIN, false), new ProjectChange.RenameProject(new ProjectName("Mine"))))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.NOT_YOURS_TO_RUN);
    }

    @Test
    void asking_for_what_already_is_changes_nothing() {
        given(new MemberAdmitted(WEB, LIN))
                .when(ask(
                        STARTER,
                        new ProjectChange.RenameProject(new ProjectName("Web")),
                        new ProjectChange.DescribeProject(new ProjectPurpose("")),
                        new ProjectChange.OpenProject(),
                        new ProjectChange.DefineWorkflow(twoSteps(), Map.of()),
                        new ProjectChange.AdmitMember(LIN),
                        new ProjectChange.DismissMember(MAX),
                        new ProjectChange.UnarchiveProject()))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
    }

    @Test
    void nobody_who_restricts_a_project_is_shut_out_of_it() {
        given().when(ask(MANAGER, new ProjectChange.RestrictProject()))
                .expectEvents(new ProjectRestricted(WEB), new MemberAdmitted(WEB, ADA), new MemberAdmitted(WEB, MAX));
    }

    @Test
    void a_private_project_can_be_opened() {
        given(new ProjectRestricted(WEB))
                .when(ask(STARTER, new ProjectChange.OpenProject()))
                .expectEvents(new ProjectOpened(WEB));
    }

    @Test
    void members_are_admitted_and_dismissed() {
        given(new MemberAdmitted(WEB, LIN))
                .when(ask(STARTER, new ProjectChange.AdmitMember(MAX), new ProjectChange.DismissMember(LIN)))
                .expectEvents(new MemberAdmitted(WEB, MAX), new MemberDismissed(WEB, LIN));
    }

    @Test
    void who_started_a_project_cannot_be_dismissed() {
        given(new MemberAdmitted(WEB, ADA))
                .when(ask(MANAGER, new ProjectChange.DismissMember(ADA)))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.STARTER_STAYS);
    }

    @Test
    void an_archived_project_cannot_be_changed() {
        given(new ProjectArchived(WEB))
                .when(ask(STARTER, new ProjectChange.RenameProject(new ProjectName("Web shop"))))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.ARCHIVED);
    }

    @Test
    void a_project_goes_into_the_archive_and_comes_out_again() {
        given().when(ask(STARTER, new ProjectChange.ArchiveProject())).expectEvents(new ProjectArchived(WEB));
        projects.given(startedByAda(), twoStatuses(), new ProjectArchived(WEB))
                .when(ask(STARTER, new ProjectChange.UnarchiveProject()))
                .expectEvents(new ProjectUnarchived(WEB));
    }

    @Test
    void who_changes_what_somebody_changed_meanwhile_is_told() {
        given(new ProjectRenamed(WEB, "Shop"))
                .when(new ChangeProject(
                        WEB, List.of(new ProjectChange.RenameProject(new ProjectName("Web shop"))), 1L, STARTER))
                .expectNoEvents()
                .expectExceptionDetails(ProjectRefused.Reason.STALE);
    }

    @Test
    void who_changes_something_else_than_somebody_meanwhile_succeeds() {
        given(new ProjectRenamed(WEB, "Shop"))
                .when(new ChangeProject(WEB, List.of(new ProjectChange.AdmitMember(LIN)), 1L, STARTER))
                .expectEvents(new MemberAdmitted(WEB, LIN));
    }

    @Test
    void a_renamed_status_keeps_its_id_and_a_new_one_gets_an_id_from_its_name() {
        given().when(define(
                        Map.of(),
                        new Step("open", "Waiting to start", Category.TODO),
                        new Step(null, "In Review!", Category.DOING),
                        new Step(null, "Done", Category.DONE)))
                .expectEvents(new WorkflowDefined(
                        WEB,
                        List.of(
                                new Status("open", "Waiting to start", Category.TODO),
                                new Status("in-review", "In Review!", Category.DOING),
                                new Status("done", "Done", Category.DONE)),
                        Map.of()));
    }

    @Test
    void statuses_whose_names_have_no_latin_letters_get_numbered_ids() {
        given().when(define(
                        Map.of("open", "할 일"),
                        new Step(null, "할 일", Category.TODO),
                        new Step(null, "진행 중", Category.DOING),
                        new Step("done", "완료", Category.DONE)))
                .expectEvents(new WorkflowDefined(
                        WEB,
                        List.of(
                                new Status("status", "할 일", Category.TODO),
                                new Status("status-2", "진행 중", Category.DOING),
                                new Status("done", "완료", Category.DONE)),
                        Map.of("open", "status")));
    }

    @Test
    void a_retired_status_hands_its_items_to_the_first_of_its_category() {
        given().when(define(
                        Map.of(),
                        new Step(null, "Doing", Category.DOING),
                        new Step(null, "Inbox", Category.TODO),
                        new Step("done", "Done", Category.DONE)))
                .expectEvents(new WorkflowDefined(
                        WEB,
                        List.of(
                                new Status("doing", "Doing", Category.DOING),
                                new Status("inbox", "Inbox", Category.TODO),
                                new Status("done", "Done", Category.DONE)),
                        Map.of("open", "inbox")));
    }

    @Test
    void without_one_of_its_category_the_first_status_of_all_takes_over() {
        given().when(define(Map.of(), new Step(null, "Doing", Category.DOING), new Step("done", "Done", Category.DONE)))
                .expectEvents(new WorkflowDefined(
                        WEB,
                        List.of(
                                new Status("doing", "Doing", Category.DOING),
                                new Status("done", "Done", Category.DONE)),
                        Map.of("open", "doing")));
    }

    @Test
    void a_retired_status_cannot_be_succeeded_by_one_that_is_not_there() {
        given().when(define(
                        Map.of("open", "nowhere"),
                        new Step(null, "Doing", Category.DOING),
                        new Step("done", "Done", Category.DONE)))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ProjectRefused.Reason.UNKNOWN_SUCCESSOR, Map.of("status", "nowhere")));
    }

    @Test
    void the_id_of_a_retired_status_is_not_given_to_a_new_one_by_chance() {
        given(new WorkflowDefined(
                        WEB,
                        List.of(new Status("inbox", "Inbox", Category.TODO), new Status("done", "Done", Category.DONE)),
                        Map.of("open", "inbox")))
                .when(define(
                        Map.of(),
                        new Step(null, "Inbox", Category.TODO),
                        new Step(null, "Open", Category.DOING),
                        new Step(null, "Done", Category.DONE)))
                .expectEvents(new WorkflowDefined(
                        WEB,
                        List.of(
                                new Status("inbox", "Inbox", Category.TODO),
                                new Status("open-2", "Open", Category.DOING),
                                new Status("done", "Done", Category.DONE)),
                        Map.of()));
    }

    @Test
    void a_workflow_is_defined_two_hundred_times_at_most() {
        var more = IntStream.range(1, 200).<Object>mapToObj(_ -> twoStatuses());
        given(more.toArray())
                .when(define(
                        Map.of(), new Step("open", "Opened", Category.TODO), new Step("done", "Done", Category.DONE)))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ProjectRefused.Reason.TOO_MANY_DEFINITIONS, Map.of("most", 200)));
    }

    @Test
    void a_project_has_a_thousand_statuses_at_most_with_those_it_retired() {
        var retired = IntStream.rangeClosed(1, 998)
                .mapToObj(number -> new Status("status-" + number, "Status " + number, Category.TODO))
                .toList();
        var many = given(new WorkflowDefined(WEB, retired, Map.of()), twoStatuses());

        many.when(define(
                        Map.of(),
                        new Step("open", "Opened", Category.TODO),
                        new Step("new", "New", Category.TODO),
                        new Step("done", "Done", Category.DONE)))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ProjectRefused.Reason.TOO_MANY_STATUSES, Map.of("most", 1_000)));
    }

    private TestExecutor<Project> given(Object... happened) {
        return projects.given(startedByAda(), twoStatuses()).andGiven(happened);
    }

    private static StartProject start(Visibility visibility, WorkflowPlan plan) {
        return new StartProject(
                WEB, new ProjectKey("WEB"), new ProjectName("Web"), new ProjectPurpose(""), visibility, plan, STARTER);
    }

    private static ChangeProject ask(Steward by, ProjectChange... changes) {
        return new ChangeProject(WEB, List.of(changes), null, by);
    }

    private static ChangeProject define(Map<String, String> successors, Step... steps) {
        return ask(STARTER, new ProjectChange.DefineWorkflow(new WorkflowPlan(List.of(steps)), successors));
    }

    private static WorkflowPlan twoSteps() {
        return new WorkflowPlan(List.of(new Step(null, "Open", Category.TODO), new Step(null, "Done", Category.DONE)));
    }

    private static WorkflowDefined twoStatuses() {
        return new WorkflowDefined(
                WEB,
                List.of(new Status("open", "Open", Category.TODO), new Status("done", "Done", Category.DONE)),
                Map.of());
    }

    private static ProjectStarted started(Visibility visibility) {
        return new ProjectStarted(WEB, "WEB", "Web", "", visibility);
    }

    private static Object startedByAda() {
        return new GenericEventMessage<>(started(Visibility.OPEN), MetaData.with("actor", ADA.toString()));
    }
}
