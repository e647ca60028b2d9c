package ilgam.work.item;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemId;

/** Everything that can be asked of a work item. All but those of an import answer with the item's version after it. */
public sealed interface ItemCommand {

    ItemId item();

    /**
     * Sent again with the same id, it changes nothing.
     *
     * @param number as {@link ItemNumbers} gave it
     */
    record OpenItem(@TargetAggregateIdentifier ItemId item, long number, Opening opening) implements ItemCommand {}

    /**
     * All of the changes or none.
     *
     * @param ifVersion what the member saw: whoever changed one of the same fields since then is not overwritten
     */
    record ChangeItem(
            @TargetAggregateIdentifier ItemId item,
            List<ItemChange> changes,
            @Nullable Long ifVersion) implements ItemCommand {}

    record Comment(@TargetAggregateIdentifier ItemId item, CommentId comment, CommentText text)
            implements ItemCommand {}

    /** @param moderates an administrator, who may change what others said */
    record EditComment(
            @TargetAggregateIdentifier ItemId item, CommentId comment, CommentText text, MemberId by, boolean moderates)
            implements ItemCommand {}

    record RemoveComment(@TargetAggregateIdentifier ItemId item, CommentId comment, MemberId by, boolean moderates)
            implements ItemCommand {}

    /** @param ifVersion deleting touches all of an item, so any change since then refuses it */
    record DeleteItem(
            @TargetAggregateIdentifier ItemId item,
            @Nullable Long ifVersion) implements ItemCommand {}

    record RestoreItem(@TargetAggregateIdentifier ItemId item) implements ItemCommand {}

    /**
     * An item of another tracker with all that happened to it there, oldest first. Sent again, only what was not
     * there before is added, so an import can be repeated and resumed. Answers {@link Imported}.
     *
     * <p>It is sent without an actor in its metadata: nobody here did what others did there.
     */
    record ImportItem(
            @TargetAggregateIdentifier ItemId item,
            long number,
            Opening opening,
            Provenance opened,
            List<ImportedEvent> history)
            implements ItemCommand {}

    /**
     * Takes back an item that an import opened, if nothing but this import touched it since. Answers {@link
     * Withdrawal}.
     *
     * @param source the import, as its events name it
     */
    record WithdrawItem(@TargetAggregateIdentifier ItemId item, String source) implements ItemCommand {}

    /** Brings back an item that the import was withdrawn with. Answers {@link Withdrawal}. */
    record BringBackItem(@TargetAggregateIdentifier ItemId item, String source) implements ItemCommand {}
}
