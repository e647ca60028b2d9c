/**
 * A work item: one piece of work, planned (a task) or reported (an issue).
 *
 * <p>What may happen to it is {@link ilgam.work.item.ItemCommand}; what of it can change is
 * {@link ilgam.work.item.ItemChange}. Two members may change different fields of an item at the same time; of the
 * same side, the one who said what they saw is told. An item from another tracker comes with its whole history.
 */
@NullMarked
package ilgam.work.item;

import org.jspecify.annotations.NullMarked;
