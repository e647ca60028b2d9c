package ilgam.work.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ilgam.starter.refusal.Told;
import ilgam.work.item.ItemCommand.BringBackItem;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.Comment;
import ilgam.work.item.ItemCommand.EditComment;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.item.ItemCommand.OpenItem;
import ilgam.work.item.ItemCommand.WithdrawItem;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;
import ilgam.work.language.Visibility;
import ilgam.work.project.ProjectChange;
import ilgam.work.project.ProjectCommand;
import ilgam.work.project.ProjectKey;
import ilgam.work.project.ProjectName;
import ilgam.work.project.ProjectPurpose;
import ilgam.work.project.Steward;
import ilgam.work.project.WorkflowPlan;

import static ilgam.work.item.Board.ADA;
import static ilgam.work.item.Board.ITEM;
import static ilgam.work.item.Board.NOON;
import static ilgam.work.item.Board.OPEN;
import static ilgam.work.item.Board.OTHER;
import static ilgam.work.item.Board.REMARK;
import static ilgam.work.item.Board.WEB;
import static org.assertj.core.api.Assertions.assertThat;

/** Commands may be handled by another instance, and then they travel as JSON, as do their answers and refusals. */
class CommandsTravelTest {

    private final Serializer json = Jackson3Serializer.builder().build();

    static List<Object> commands() {
        return List.of(
                new OpenItem(ITEM, Board.NUMBER, Board.task()),
                new ChangeItem(
                        ITEM,
                        List.of(
                                new ItemChange.Rename(new Title("Sweep")),
                                new ItemChange.Describe(Description.NONE),
                                new ItemChange.Reclassify(Kind.ISSUE),
                                new ItemChange.Move("done", OPEN),
                                new ItemChange.Assign(null),
                                new ItemChange.Assign(ADA),
                                new ItemChange.ScheduleStart(new Day(LocalDate.of(2026, 11, 23))),
                                new ItemChange.ScheduleDue(null),
                                new ItemChange.Estimate(new Hours(new BigDecimal("1.25"))),
                                new ItemChange.Prioritise(Priority.LOW),
                                new ItemChange.RateSeverity(Severity.MAJOR),
                                new ItemChange.Resolve(new Resolution("Fixed")),
                                new ItemChange.Label(new LabelName("a")),
                                new ItemChange.Unlabel(new LabelName("b")),
                                new ItemChange.Relabel(Set.of(new LabelName("c"))),
                                new ItemChange.Reparent(OTHER),
                                new ItemChange.Tie(OTHER),
                                new ItemChange.Link(LinkType.BLOCKS, OTHER),
                                new ItemChange.Unlink(LinkType.RELATES_TO, OTHER)),
                        7L),
                new Comment(ITEM, REMARK, new CommentText("Well.")),
                new EditComment(ITEM, REMARK, new CommentText("Well."), ADA, true),
                new WithdrawItem(ITEM, "import:7"),
                new BringBackItem(ITEM, "import:7"),
                new ImportItem(
                        ITEM,
                        Board.NUMBER,
                        Board.task(),
                        new Provenance(NOON, null, -7),
                        List.of(new ImportedEvent(
                                new Provenance(NOON, ADA, 8), new ItemEvent.ItemMoved(ITEM, null, "done")))),
                new ProjectCommand.StartProject(
                        WEB,
                        new ProjectKey("WEB"),
                        new ProjectName("Web"),
                        new ProjectPurpose(""),
                        Visibility.OPEN,
                        WorkflowPlan.usual(),
                        new Steward(ADA, true)),
                new ProjectCommand.ChangeProject(
                        WEB,
                        List.of(
                                new ProjectChange.RenameProject(new ProjectName("Shop")),
                                new ProjectChange.OpenProject(),
                                new ProjectChange.AdmitMember(ADA),
                                new ProjectChange.DefineWorkflow(
                                        new WorkflowPlan(List.of(
                                                new WorkflowPlan.Step(null, "To do", Category.TODO),
                                                new WorkflowPlan.Step("done", "Done", Category.DONE))),
                                        Map.of("a", "b"))),
                        null,
                        new Steward(ADA, false)),
                new Imported(true, 3),
                new Told(ItemRefused.Reason.TOO_MANY_LABELS, Map.of("most", 50, "labels", List.of("a", "b"))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void what_arrives_is_what_was_sent(Object command) {
        Object arrived = json.deserialize(json.serialize(command, byte[].class));
        assertThat(arrived).isEqualTo(command);
    }
}
