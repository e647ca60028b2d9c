/**
 * What other contexts need to know of projects, as a read replica: what a status of a project's workflow means over
 * time, from the events of the work context.
 */
@NullMarked
package ilgam.work.replica;

import org.jspecify.annotations.NullMarked;
