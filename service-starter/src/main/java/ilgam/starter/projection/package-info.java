/** Event processors: their tokens and batches, answers that wait for them, and dead letters. */
@NullMarked
package ilgam.starter.projection;

import org.jspecify.annotations.NullMarked;
