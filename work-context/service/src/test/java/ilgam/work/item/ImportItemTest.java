package ilgam.work.item;

import java.time.Instant;
import java.util.List;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberId;
import ilgam.work.item.ItemCommand.BringBackItem;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.item.ItemCommand.WithdrawItem;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemRestored;

import static ilgam.work.item.Board.ADA;
import static ilgam.work.item.Board.ITEM;
import static ilgam.work.item.Board.LIN;
import static ilgam.work.item.Board.NOON;
import static ilgam.work.item.Board.OTHER;
import static ilgam.work.item.Board.message;
import static ilgam.work.item.Board.task;
import static ilgam.work.item.Board.taskOpened;

class ImportItemTest {

    private static final Instant LONG_AGO = Instant.parse("2016-02-29T01:16:00Z");
    private static final Provenance OPENED = new Provenance(LONG_AGO, ADA, -1);

    private static final String IMPORT = "import:7";

    private final FixtureConfiguration<WorkItem> items = Board.items();

    @Test
    void an_item_comes_with_its_history_at_the_original_times_and_by_the_original_actors() {
        items.givenNoPriorActivity()
                .when(imported(moved(), noted()), MetaData.with("source", "import:7"))
                .expectEvents(happened(OPENED, taskOpened()), happened(moved()), happened(noted()))
                .expectResultMessagePayload(new Imported(true, 3));
    }

    @Test
    void the_same_item_again_changes_nothing() {
        items.given(happened(OPENED, taskOpened()), happened(moved()))
                .when(imported(moved()))
                .expectNoEvents()
                .expectResultMessagePayload(new Imported(false, 0));
    }

    @Test
    void only_what_was_not_there_is_added() {
        items.given(happened(OPENED, taskOpened()), happened(moved()))
                .when(imported(moved(), noted()), MetaData.with("source", "import:7"))
                .expectEvents(happened(noted()))
                .expectResultMessagePayload(new Imported(true, 1));
    }

    @Test
    void a_change_that_changed_nothing_there_is_history_too() {
        var inPlace = new ImportedEvent(new Provenance(LONG_AGO, null, 4), new ItemMoved(ITEM, "to-do", "to-do"));
        items.given(happened(OPENED, taskOpened()))
                .when(imported(inPlace), MetaData.with("source", "import:7"))
                .expectEvents(happened(inPlace));
    }

    @Test
    void an_imported_item_goes_on_living() {
        items.given(happened(OPENED, taskOpened()), happened(moved()))
                .when(new ChangeItem(ITEM, List.of(new ItemChange.Assign(LIN)), null), Board.at(NOON))
                .expectEvents(message(new ItemAssigned(ITEM, null, LIN), Board.at(NOON)));
    }

    @Test
    void an_item_is_not_imported_with_the_history_of_another() {
        var foreign = new ImportedEvent(new Provenance(LONG_AGO, null, 4), new ItemAssigned(OTHER, null, LIN));
        items.givenNoPriorActivity()
                .when(imported(foreign))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.FOREIGN_HISTORY);
    }

    @Test
    void an_item_that_only_its_import_touched_is_withdrawn_with_it() {
        items.given(happened(OPENED, taskOpened()), happened(moved()))
                .when(new WithdrawItem(ITEM, IMPORT), by(IMPORT))
                .expectEvents(message(new ItemDeleted(ITEM), by(IMPORT)))
                .expectResultMessagePayload(Withdrawal.DONE);
    }

    @Test
    void an_item_that_somebody_changed_since_is_kept() {
        items.given(happened(OPENED, taskOpened()), message(new ItemAssigned(ITEM, null, LIN), Board.at(NOON)))
                .when(new WithdrawItem(ITEM, IMPORT), by(IMPORT))
                .expectNoEvents()
                .expectResultMessagePayload(Withdrawal.KEPT);
    }

    @Test
    void an_item_of_another_import_or_of_nobodys_import_is_none_of_its() {
        items.given(happened(OPENED, taskOpened()))
                .when(new WithdrawItem(ITEM, "import:8"), by("import:8"))
                .expectNoEvents()
                .expectResultMessagePayload(Withdrawal.NOT_ITS);
    }

    @Test
    void what_was_withdrawn_comes_back_with_its_import_alone() {
        items.given(happened(OPENED, taskOpened()), message(new ItemDeleted(ITEM), by(IMPORT)))
                .when(new BringBackItem(ITEM, IMPORT), by(IMPORT))
                .expectEvents(message(new ItemRestored(ITEM), by(IMPORT)))
                .expectResultMessagePayload(Withdrawal.DONE);
    }

    @Test
    void what_a_member_deleted_does_not_come_back_with_the_import() {
        items.given(happened(OPENED, taskOpened()), message(new ItemDeleted(ITEM), Board.at(NOON)))
                .when(new BringBackItem(ITEM, IMPORT), by(IMPORT))
                .expectNoEvents()
                .expectResultMessagePayload(Withdrawal.NOT_ITS);
    }

    @Test
    void the_same_files_again_bring_a_withdrawn_item_back_and_can_be_withdrawn_themselves() {
        items.given(happened(OPENED, taskOpened()), message(new ItemDeleted(ITEM), by(IMPORT)))
                .when(imported(), by("import:8"))
                .expectEvents(message(new ItemRestored(ITEM), by("import:8")))
                .expectResultMessagePayload(new Imported(true, 1));
        Board.items()
                .given(
                        happened(OPENED, taskOpened()),
                        message(new ItemDeleted(ITEM), by(IMPORT)),
                        message(new ItemRestored(ITEM), by("import:8")))
                .when(new WithdrawItem(ITEM, "import:8"), by("import:8"))
                .expectResultMessagePayload(Withdrawal.DONE);
    }

    private static MetaData by(String source) {
        return MetaData.with("occurredAt", NOON.toString()).and("source", source);
    }

    private static ImportItem imported(ImportedEvent... history) {
        return new ImportItem(ITEM, Board.NUMBER, task(), OPENED, List.of(history));
    }

    private static ImportedEvent moved() {
        return past(1, LIN, new ItemMoved(ITEM, "to-do", "done"));
    }

    private static ImportedEvent noted() {
        return past(2, null, new ForeignFieldNoted(ITEM, "group", "Network", "Desktop"));
    }

    private static ImportedEvent past(int line, @Nullable MemberId actor, ItemEvent event) {
        return new ImportedEvent(new Provenance(LONG_AGO.plusSeconds(line), actor, line), event);
    }

    private static EventMessage<?> happened(ImportedEvent past) {
        return happened(past.from(), past.event());
    }

    private static EventMessage<?> happened(Provenance from, ItemEvent event) {
        var told = MetaData.with("occurredAt", from.at().toString())
                .and("importedAs", Long.toHexString(from.digest()))
                .and("source", "import:7");
        var actor = from.actor();
        return message(event, actor == null ? told : told.and("actor", actor.toString()));
    }
}
