/**
 * An item's history: who did what to it, when, and how it was before; and its comments.
 *
 * <p>Entries keep what the events said. What is shown for it (names of statuses as they were then, keys of
 * items) is found when somebody asks. A removed comment's words are shown nowhere any more.
 */
@NullMarked
package ilgam.work.history;

import org.jspecify.annotations.NullMarked;
