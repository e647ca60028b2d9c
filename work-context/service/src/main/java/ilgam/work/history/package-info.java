/**
 * An item's history (who changed what, when, and the value before) and its comments.
 *
 * <p>Entries keep what the events contain. Ids are translated on request: into the names of statuses at that time, and
 * into the keys of items. The text of a removed comment is not shown anywhere.
 */
@NullMarked
package ilgam.work.history;

import org.jspecify.annotations.NullMarked;
