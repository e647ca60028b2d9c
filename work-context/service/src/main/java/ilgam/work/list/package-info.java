/**
 * Work items for lists, boards and searches, as of now or any instant.
 *
 * <p>One row per item and version contains every value with its validity. The name and meaning of a status are read
 * from the project's dated workflow on request, so that the order in which aggregates are processed does not matter.
 */
@NullMarked
package ilgam.work.list;

import org.jspecify.annotations.NullMarked;
