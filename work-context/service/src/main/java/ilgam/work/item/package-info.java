/**
 * A work item: one piece of work, planned (a task) or reported (an issue).
 *
 * <p>{@link ilgam.work.item.ItemCommand} lists what can happen to it, {@link ilgam.work.item.ItemChange} what can be
 * changed. Two members may change different fields of an item at the same time; of two changes of the same field, the
 * one based on an older version is refused. An item from another tracker comes with its whole history.
 */
@NullMarked
package ilgam.work.item;

import org.jspecify.annotations.NullMarked;
