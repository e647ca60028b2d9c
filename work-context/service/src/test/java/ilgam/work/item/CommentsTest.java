package ilgam.work.item;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberId;
import ilgam.starter.refusal.Told;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.Comment;
import ilgam.work.item.ItemCommand.EditComment;
import ilgam.work.item.ItemCommand.RemoveComment;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemReclassified;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.Kind;

import static ilgam.work.item.Board.ADA;
import static ilgam.work.item.Board.ITEM;
import static ilgam.work.item.Board.LIN;
import static ilgam.work.item.Board.REMARK;
import static ilgam.work.item.Board.by;
import static ilgam.work.item.Board.message;
import static ilgam.work.item.Board.taskOpened;

/** Who may change which comment of an item. */
class CommentsTest {

    private static final CommentId ANSWER = new CommentId(UUID.nameUUIDFromBytes(new byte[] {7}));
    private static final CommentId NEVER_MADE = new CommentId(UUID.nameUUIDFromBytes(new byte[] {8}));
    private static final MetaData BY_NOBODY = MetaData.with("source", "import:7");

    private static final Object REMARK_BY_ADA = message(new Commented(ITEM, REMARK, "Are you sure?"), by(ADA));
    private static final Object ANSWER_BY_LIN = message(new Commented(ITEM, ANSWER, "Yes."), by(LIN));

    @Test
    void each_member_changes_their_own_comment_alone() {
        given(REMARK_BY_ADA, ANSWER_BY_LIN)
                .when(edit(ANSWER, LIN, false))
                .expectEvents(new CommentEdited(ITEM, ANSWER, "Perhaps."))
                .expectResultMessagePayload(3L);
        refused(edit(ANSWER, ADA, false), ItemRefused.Reason.NOT_YOUR_COMMENT, REMARK_BY_ADA, ANSWER_BY_LIN);
        refused(edit(REMARK, LIN, false), ItemRefused.Reason.NOT_YOUR_COMMENT, REMARK_BY_ADA, ANSWER_BY_LIN);
    }

    @Test
    void an_author_removes_their_comment_once() {
        given(REMARK_BY_ADA)
                .when(new RemoveComment(ITEM, REMARK, ADA, false))
                .expectEvents(new CommentRemoved(ITEM, REMARK))
                .expectResultMessagePayload(2L);
        refused(
                new RemoveComment(ITEM, REMARK, ADA, false),
                ItemRefused.Reason.NO_SUCH_COMMENT,
                REMARK_BY_ADA,
                new CommentRemoved(ITEM, REMARK));
    }

    @Test
    void a_comment_that_was_never_made_is_not_there_even_for_an_administrator() {
        refused(edit(NEVER_MADE, LIN, true), ItemRefused.Reason.NO_SUCH_COMMENT, REMARK_BY_ADA);
        refused(new RemoveComment(ITEM, NEVER_MADE, LIN, true), ItemRefused.Reason.NO_SUCH_COMMENT, REMARK_BY_ADA);
    }

    @Test
    void an_imported_comment_whose_author_is_unknown_is_changed_by_administrators_only() {
        var imported = message(new Commented(ITEM, REMARK, "Ported."), BY_NOBODY);
        refused(edit(REMARK, ADA, false), ItemRefused.Reason.NOT_YOUR_COMMENT, imported);
        given(imported).when(edit(REMARK, ADA, true)).expectEvents(new CommentEdited(ITEM, REMARK, "Perhaps."));
    }

    @Test
    void the_author_stays_the_author_after_an_administrator_changed_the_words() {
        var changed = message(new CommentEdited(ITEM, REMARK, "Kindly put."), by(LIN));
        given(REMARK_BY_ADA, changed).when(edit(REMARK, ADA, false)).expectSuccessfulHandlerExecution();
        refused(edit(REMARK, LIN, false), ItemRefused.Reason.NOT_YOUR_COMMENT, REMARK_BY_ADA, changed);
    }

    @Test
    void comments_are_as_before_after_the_item_was_restored() {
        var restored = List.of(REMARK_BY_ADA, new ItemDeleted(ITEM), new ItemRestored(ITEM));
        given(restored.toArray()).when(edit(REMARK, ADA, false)).expectSuccessfulHandlerExecution();
        refused(edit(REMARK, LIN, false), ItemRefused.Reason.NOT_YOUR_COMMENT, restored.toArray());
    }

    @Test
    void the_same_comment_arriving_again_keeps_its_author_and_its_words() {
        given(REMARK_BY_ADA)
                .when(new Comment(ITEM, REMARK, new CommentText("Other words.")), by(LIN))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_comment_is_no_change_of_a_field_of_the_item() {
        given(new ItemAssigned(ITEM, null, LIN), REMARK_BY_ADA, ANSWER_BY_LIN)
                .when(new ChangeItem(ITEM, List.of(new ItemChange.Assign(null)), 1L))
                .expectEvents(new ItemAssigned(ITEM, LIN, null));
    }

    @Test
    void a_task_that_becomes_an_issue_keeps_its_comments() {
        given(REMARK_BY_ADA, new ItemReclassified(ITEM, Kind.TASK, Kind.ISSUE))
                .when(edit(REMARK, ADA, false))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void room_for_a_comment_is_made_by_removing_any_other() {
        var many = new CommentAuthors();
        for (int n = 0; n < 49_999; n++) many.add(new CommentId(new UUID(0, n)), n % 2 == 0 ? LIN : null);
        var opened = (ItemEvent.ItemOpened) taskOpened();
        var almostFull = new ItemSnapshot(opened, false, List.of(), many.packed(), Map.of(), "", null, true, null);
        var comment = new Comment(ITEM, ANSWER, new CommentText("Yes."));

        Board.items().given(almostFull).when(comment, by(LIN)).expectEvents(new Commented(ITEM, ANSWER, "Yes."));
        Board.items()
                .given(almostFull, REMARK_BY_ADA)
                .when(comment, by(LIN))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ItemRefused.Reason.TOO_MANY_COMMENTS, Map.of("most", 50_000)));
        Board.items()
                .given(almostFull, REMARK_BY_ADA, new CommentRemoved(ITEM, new CommentId(new UUID(0, 1))))
                .when(comment, by(LIN))
                .expectEvents(new Commented(ITEM, ANSWER, "Yes."));
    }

    private static void refused(Object command, ItemRefused.Reason reason, Object... happened) {
        given(happened).when(command).expectNoEvents().expectExceptionDetails(reason);
    }

    private static TestExecutor<WorkItem> given(Object... happened) {
        return Board.items().given(taskOpened()).andGiven(happened);
    }

    private static EditComment edit(CommentId comment, MemberId member, boolean moderates) {
        return new EditComment(ITEM, comment, new CommentText("Perhaps."), member, moderates);
    }
}
