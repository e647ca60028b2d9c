package ilgam.work.item;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.ProjectId;

/**
 * The initial data of an item.
 *
 * @param sourceKey the key in the source of an import, if it differs from the item's key
 * @param sourceParent a parent in the source that does not exist here
 * @param fields the values that are set; all others are empty. Only imported items may have no status
 */
public record Opening(
        ProjectId project,
        @Nullable String sourceKey,
        Kind kind,
        @Nullable MemberId reporter,
        @Nullable String sourceParent,
        List<ItemChange> fields) {

    /** The event that opens the item. */
    public ItemOpened of(ItemId item, long number) {
        var values = new ItemValues(item, number, this);
        var decision = new ItemDecision(values);
        for (var change : fields) decision.of(change).forEach(values::evolve);
        return values.now();
    }
}
