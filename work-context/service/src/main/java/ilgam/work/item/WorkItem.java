package ilgam.work.item;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.starter.locking.FieldVersions;
import ilgam.starter.snapshots.Snapshotted;
import ilgam.work.item.ItemCommand.BringBackItem;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.Comment;
import ilgam.work.item.ItemCommand.DeleteItem;
import ilgam.work.item.ItemCommand.EditComment;
import ilgam.work.item.ItemCommand.ImportItem;
import ilgam.work.item.ItemCommand.OpenItem;
import ilgam.work.item.ItemCommand.RemoveComment;
import ilgam.work.item.ItemCommand.RestoreItem;
import ilgam.work.item.ItemCommand.WithdrawItem;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemId;

import static ilgam.work.item.ItemRefused.Reason.DELETED;
import static ilgam.work.item.ItemRefused.Reason.FOREIGN_HISTORY;
import static ilgam.work.item.ItemRefused.Reason.NOT_YOUR_COMMENT;
import static ilgam.work.item.ItemRefused.Reason.NO_SUCH_COMMENT;
import static ilgam.work.item.ItemRefused.Reason.STALE;
import static ilgam.work.item.ItemRefused.Reason.TIED_TO_ITSELF;
import static ilgam.work.item.ItemRefused.Reason.TOO_MANY_COMMENTS;
import static ilgam.work.item.ItemRefused.Reason.TOO_MANY_LINKS;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

/** A work item, task or issue. */
@Aggregate(snapshotTriggerDefinition = "lastOccurrence")
class WorkItem implements Snapshotted {

    @AggregateIdentifier
    private @Nullable ItemId id;

    private ItemState state;
    private final ImportTrace imports = new ImportTrace();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(OpenItem command) {
        if (id != null) return getVersion();
        var opened = command.opening().of(command.item(), command.number());
        ItemInvariants.mustHold(opened);
        mustNotBe(command.item(), opened.parent());
        mustNotBe(command.item(), opened.task());
        apply(opened);
        return getVersion();
    }

    @CommandHandler
    long handle(ChangeItem command) {
        mustBeThere();
        mustNotBeStale(command);
        mustNotTieToItself(command.changes());
        mustHaveRoomForLinks(command.changes());
        state.invariants().mustHoldAfter(command.changes());
        command.changes().forEach(change -> state.eventsOf(change).forEach(event -> apply(event)));
        return getVersion();
    }

    @CommandHandler
    long handle(Comment command) {
        mustBeThere();
        if (state.has(command.comment())) return getVersion();
        mustHaveRoomForComments();
        apply(new Commented(command.item(), command.comment(), command.text().text()));
        return getVersion();
    }

    @CommandHandler
    long handle(EditComment command) {
        mustBeThere();
        mustBeTheirs(command.comment(), command.by(), command.moderates());
        apply(new CommentEdited(
                command.item(), command.comment(), command.text().text()));
        return getVersion();
    }

    @CommandHandler
    long handle(RemoveComment command) {
        mustBeThere();
        mustBeTheirs(command.comment(), command.by(), command.moderates());
        apply(new CommentRemoved(command.item(), command.comment()));
        return getVersion();
    }

    @CommandHandler
    long handle(DeleteItem command) {
        mustBeThere();
        mustNotHaveChangedSince(command.ifVersion());
        apply(new ItemDeleted(command.item()));
        return getVersion();
    }

    @CommandHandler
    long handle(RestoreItem command) {
        if (state.isDeleted()) apply(new ItemRestored(command.item()));
        return getVersion();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Imported handle(ImportItem command) {
        mustAllBeOf(command.item(), command.history());
        var before = id == null ? -1 : getVersion();
        if (imports.isWithdrawn()) apply(new ItemRestored(command.item()));
        if (id == null)
            apply(
                    command.opening().of(command.item(), command.number()),
                    command.opened().asMetaData());
        for (var past : command.history())
            if (!imports.has(past)) apply(past.event(), past.from().asMetaData());
        var added = (int) (getVersion() - before);
        return new Imported(added > 0, added);
    }

    @CommandHandler
    Withdrawal handle(WithdrawItem command) {
        if (imports.isWithdrawnWith(command.source())) return Withdrawal.DONE;
        if (!imports.isOpenedBy(command.source()) || state.isDeleted()) return Withdrawal.NOT_ITS;
        if (imports.isTouched()) return Withdrawal.KEPT;
        apply(new ItemDeleted(command.item()));
        return Withdrawal.DONE;
    }

    @CommandHandler
    Withdrawal handle(BringBackItem command) {
        if (!imports.isWithdrawnWith(command.source())) return Withdrawal.NOT_ITS;
        apply(new ItemRestored(command.item()));
        return Withdrawal.DONE;
    }

    @EventSourcingHandler
    void on(ItemEvent event, @SequenceNumber long version, MetaData metadata) {
        if (event instanceof ItemOpened opened) {
            id = opened.item();
            state = new ItemState(opened);
        }
        imports.evolve(event, metadata);
        state.evolve(event, version, actorOf(metadata));
    }

    @EventSourcingHandler
    void on(ItemSnapshot kept) {
        id = kept.now().item();
        state = new ItemState(kept);
        imports.restore(kept);
    }

    @Override
    public ItemSnapshot snapshot() {
        return state.snapshot(imports);
    }

    private void mustBeThere() {
        if (state.isDeleted()) throw new ItemRefused(DELETED, "This item was deleted. Restore it to change it.");
    }

    private void mustNotBeStale(ChangeItem command) {
        var seen = command.ifVersion();
        if (FieldVersions.isYetToCome(seen, getVersion()) || state.changedSince(seen, command.changes())) throw stale();
    }

    private void mustNotHaveChangedSince(@Nullable Long seen) {
        if (seen != null && !seen.equals(getVersion())) throw stale();
    }

    private static ItemRefused stale() {
        return new ItemRefused(
                STALE,
                "Somebody else changed the same field in the meantime. Load the item again, then repeat the change.");
    }

    private void mustNotTieToItself(List<ItemChange> changes) {
        for (var change : changes)
            switch (change) {
                case ItemChange.Reparent(var to) -> mustNotBe(id, to);
                case ItemChange.Tie(var to) -> mustNotBe(id, to);
                case ItemChange.Link(var _, var other) -> mustNotBe(id, other);
                default -> {}
            }
    }

    private void mustHaveRoomForLinks(List<ItemChange> changes) {
        for (var change : changes)
            if (change instanceof ItemChange.Link link && !state.hasRoomFor(link))
                throw new ItemRefused(
                        TOO_MANY_LINKS,
                        "An item can have at most {most} links; remove some first.",
                        Map.of("most", ItemChange.Link.MOST));
    }

    private void mustHaveRoomForComments() {
        if (!state.hasRoomForComments())
            throw new ItemRefused(
                    TOO_MANY_COMMENTS,
                    "An item can have at most {most} comments. Open another item to continue.",
                    Map.of("most", CommentText.MOST));
    }

    private static void mustNotBe(@Nullable ItemId item, @Nullable ItemId other) {
        if (other != null && other.equals(item))
            throw new ItemRefused(TIED_TO_ITSELF, "An item cannot be related to itself.");
    }

    private void mustBeTheirs(CommentId comment, MemberId member, boolean moderates) {
        if (!state.has(comment)) throw new ItemRefused(NO_SUCH_COMMENT, "This comment no longer exists.");
        if (!moderates && !state.wrote(member, comment))
            throw new ItemRefused(NOT_YOUR_COMMENT, "Only the author of a comment or an administrator can change it.");
    }

    private static void mustAllBeOf(ItemId item, List<ImportedEvent> history) {
        for (var past : history)
            if (past.event() instanceof ItemOpened || !past.event().item().equals(item))
                throw new ItemRefused(FOREIGN_HISTORY, "An item can only be imported with its own history.");
    }

    private static @Nullable MemberId actorOf(MetaData metadata) {
        return metadata.get("actor") instanceof String actor ? new MemberId(UUID.fromString(actor)) : null;
    }

    @SuppressWarnings("NullAway.Init")
    WorkItem() {} // Axon replays events into it
}
