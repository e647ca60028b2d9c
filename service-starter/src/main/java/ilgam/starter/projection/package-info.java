/** Event processors: their tokens and batches, the pause, rebuild and comparison of projections, and dead letters. */
@NullMarked
package ilgam.starter.projection;

import org.jspecify.annotations.NullMarked;
