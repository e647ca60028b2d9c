package ilgam.work.item;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.ProjectId;

/**
 * What an item is from its start.
 *
 * @param sourceKey what an import's source called the item, where that is not its key
 * @param sourceParent what the source called a parent that is not here
 * @param fields the values that are set; all others are empty. Without a status only where an import's item had none yet
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
        var state = new ItemState(item, number, this);
        for (var change : fields) state.eventsOf(change).forEach(event -> state.evolve(event, 0, null));
        return state.now();
    }
}
