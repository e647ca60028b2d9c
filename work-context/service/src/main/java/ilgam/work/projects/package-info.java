/**
 * Projects as members see them: what they are called, who may see them, and what each status means and meant.
 *
 * <p>Statuses are read as of an instant, since a workflow may be redefined; permissions are always today's.
 */
@NullMarked
package ilgam.work.projects;

import org.jspecify.annotations.NullMarked;
