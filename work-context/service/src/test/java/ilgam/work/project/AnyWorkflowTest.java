package ilgam.work.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.axonframework.test.aggregate.AggregateTestFixture;

import ilgam.member.language.MemberId;
import ilgam.work.language.Category;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;
import ilgam.work.project.ProjectChange.DefineWorkflow;
import ilgam.work.project.ProjectCommand.ChangeProject;
import ilgam.work.project.ProjectCommand.StartProject;
import ilgam.work.project.WorkflowPlan.Step;

import static org.assertj.core.api.Assertions.assertThat;

/** However often a workflow is defined anew, an id means one status, and no item is left without one. */
class AnyWorkflowTest {

    private static final ProjectId WEB = new ProjectId(UUID.nameUUIDFromBytes(new byte[] {1}));
    private static final Steward ADA = new Steward(new MemberId(UUID.nameUUIDFromBytes(new byte[] {2})), true);

    @Property(tries = 150)
    void the_statuses_are_those_of_the_plan_in_its_order(@ForAll("plans") List<WorkflowPlan> plans) {
        var definitions = definitions(plans);
        assertThat(definitions.getLast().statuses())
                .extracting(Status::name)
                .isEqualTo(plans.getLast().steps().stream().map(Step::name).toList());
        assertThat(definitions.getLast().statuses())
                .extracting(Status::category)
                .isEqualTo(plans.getLast().steps().stream().map(Step::category).toList());
    }

    @Property(tries = 150)
    void an_id_is_that_of_one_status_and_comes_back_only_when_it_is_named(@ForAll("plans") List<WorkflowPlan> plans) {
        var given = new HashSet<String>();
        var before = new HashMap<String, String>();
        for (var defined : definitions(plans)) {
            var ids = defined.statuses().stream().map(Status::id).toList();
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]{1,40}"));
            for (var status : defined.statuses())
                if (given.contains(status.id()))
                    assertThat(before.get(status.id())).as(status.id()).isEqualTo(folded(status));
            given.addAll(ids);
            before.clear();
            defined.statuses().forEach(status -> before.put(status.id(), folded(status)));
        }
    }

    @Property(tries = 150)
    void every_retired_status_is_succeeded_by_one_of_the_new_workflow(@ForAll("plans") List<WorkflowPlan> plans) {
        var before = Set.<String>of();
        for (var defined : definitions(plans)) {
            var ids = new HashSet<String>();
            defined.statuses().forEach(status -> ids.add(status.id()));
            var retired = new HashSet<>(before);
            retired.removeAll(ids);
            assertThat(defined.successors()).containsOnlyKeys(retired);
            assertThat(ids).containsAll(defined.successors().values());
            before = ids;
        }
    }

    @Property(tries = 30)
    void names_without_a_latin_letter_get_ids_of_their_own(@ForAll @Size(min = 2, max = 30) Set<Character> letters) {
        var hangul = letters.stream()
                .map(letter -> String.valueOf((char) ('가' + letter % 11_172)))
                .distinct()
                .toList();
        var steps = IntStream.range(0, hangul.size())
                .mapToObj(n -> new Step(null, hangul.get(n), n == 0 ? Category.DONE : Category.TODO));
        var plan = new WorkflowPlan(Stream.concat(steps, Stream.of(new Step(null, "할 일", Category.TODO)))
                .toList());
        assertThat(definitions(List.of(plan)).getLast().statuses())
                .extracting(Status::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("status"));
    }

    /** One project is started with the first plan and gets the others one after another. */
    private static List<WorkflowDefined> definitions(List<WorkflowPlan> plans) {
        var projects = new AggregateTestFixture<>(Project.class);
        var start = new StartProject(
                WEB,
                new ProjectKey("WEB"),
                new ProjectName("Web"),
                new ProjectPurpose(""),
                Visibility.OPEN,
                plans.getFirst(),
                ADA);
        var rest = plans.subList(1, plans.size()).stream()
                .<Object>map(plan -> new ChangeProject(WEB, List.of(new DefineWorkflow(plan, Map.of())), null, ADA))
                .toList();
        if (rest.isEmpty()) projects.givenNoPriorActivity().when(start);
        else
            projects.givenCommands(start)
                    .andGivenCommands(rest.subList(0, rest.size() - 1))
                    .when(rest.getLast());
        return projects.getEventStore()
                .readEvents(WEB.toString())
                .asStream()
                .map(message -> message.getPayload())
                .filter(WorkflowDefined.class::isInstance)
                .map(WorkflowDefined.class::cast)
                .toList();
    }

    private static String folded(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    @Provide
    static Arbitrary<List<WorkflowPlan>> plans() {
        return plan().list().ofMinSize(1).ofMaxSize(5);
    }

    private static Arbitrary<WorkflowPlan> plan() {
        var step = Combinators.combine(
                        Arbitraries.of("Open", "OPEN", "Open!", "Open 2", "In review", "in-review", "검토", "확인", "Done"),
                        Arbitraries.of(Category.class))
                .as((name, category) -> new Step(null, name, category));
        return step.list()
                .ofMaxSize(4)
                .uniqueElements(one -> one.name().toLowerCase(Locale.ROOT))
                .map(AnyWorkflowTest::completed);
    }

    /** With a status to begin in and one to end in. */
    private static WorkflowPlan completed(List<Step> steps) {
        var all = new ArrayList<>(steps);
        all.add(new Step(null, "Inbox", Category.TODO));
        all.add(new Step(null, "Finished", Category.DONE));
        return new WorkflowPlan(all);
    }
}
