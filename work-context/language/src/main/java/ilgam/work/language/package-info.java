/**
 * The published language of the work context: projects with their workflows, and the events of work items.
 *
 * <p>The actor, the time and the source are in each event's metadata. Events are stored under the names of these
 * classes for ever, so no class is renamed and no field changes its meaning.
 */
@NullMarked
package ilgam.work.language;

import org.jspecify.annotations.NullMarked;
