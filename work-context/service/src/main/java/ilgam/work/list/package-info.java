/**
 * Work items as lists, boards and searches show them, now or as they were at any instant.
 *
 * <p>One row per item and version holds every value with its validity; what a status is called and means
 * comes from the project's dated workflow when it is asked for, so the order in which aggregates are read
 * can't matter.
 */
@NullMarked
package ilgam.work.list;

import org.jspecify.annotations.NullMarked;
