/**
 * What the work context says out loud: projects with their workflows, and what happens to work items.
 *
 * <p>Who did it, when it happened and why ride in each event's metadata. A class here is a promise: it is
 * stored under its name for ever, so nothing here is renamed and no field changes its meaning.
 */
@NullMarked
package ilgam.work.language;

import org.jspecify.annotations.NullMarked;
