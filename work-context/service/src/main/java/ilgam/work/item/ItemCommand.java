package ilgam.work.item;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemId;

/**
 * Everything that can be done with a work item. Each command returns the item's version after it, except those of an
 * import.
 */
public sealed interface ItemCommand {

    ItemId item();

    /**
     * Opens an item. Repeated with the same id it changes nothing.
     *
     * @param number from {@link ItemNumbers}
     */
    record OpenItem(@TargetAggregateIdentifier ItemId item, long number, Opening opening) implements ItemCommand {}

    /**
     * Makes all of the changes or none.
     *
     * @param ifVersion the version that the member saw; null skips the check. Refused when one of the same fields was
     * changed since then
     */
    record ChangeItem(
            @TargetAggregateIdentifier ItemId item,
            List<ItemChange> changes,
            @Nullable Long ifVersion) implements ItemCommand {}

    record Comment(@TargetAggregateIdentifier ItemId item, CommentId comment, CommentText text)
            implements ItemCommand {}

    /** @param moderates true for an admin, who may change the comments of others */
    record EditComment(
            @TargetAggregateIdentifier ItemId item, CommentId comment, CommentText text, MemberId by, boolean moderates)
            implements ItemCommand {}

    record RemoveComment(@TargetAggregateIdentifier ItemId item, CommentId comment, MemberId by, boolean moderates)
            implements ItemCommand {}

    /**
     * @param ifVersion the version that the member saw; null skips the check. Refused after any later change, as
     * deleting affects the whole item
     */
    record DeleteItem(
            @TargetAggregateIdentifier ItemId item,
            @Nullable Long ifVersion) implements ItemCommand {}

    record RestoreItem(@TargetAggregateIdentifier ItemId item) implements ItemCommand {}

    /**
     * Imports an item of another tracker with its history, oldest first. Repeated, it adds only missing events, so that
     * an import can be repeated and resumed. Returns {@link Imported}.
     *
     * <p>Its metadata has no actor, as nobody here did what others did there.
     */
    record ImportItem(
            @TargetAggregateIdentifier ItemId item,
            long number,
            Opening opening,
            Provenance opened,
            List<ImportedEvent> history)
            implements ItemCommand {}

    /**
     * Deletes an item that an import opened, if nothing else has changed it since. Returns {@link Withdrawal}.
     *
     * @param source the import, as in its events' metadata
     */
    record WithdrawItem(@TargetAggregateIdentifier ItemId item, String source) implements ItemCommand {}

    /** Restores an item that was deleted when its import was withdrawn. Returns {@link Withdrawal}. */
    record BringBackItem(@TargetAggregateIdentifier ItemId item, String source) implements ItemCommand {}
}
