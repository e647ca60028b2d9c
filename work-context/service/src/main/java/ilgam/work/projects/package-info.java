/**
 * Projects as members see them: where work lives, who may find it, and what each status means and meant.
 *
 * <p>A status is asked for with an instant, since a workflow may be defined anew; permissions are always
 * today's.
 */
@NullMarked
package ilgam.work.projects;

import org.jspecify.annotations.NullMarked;
