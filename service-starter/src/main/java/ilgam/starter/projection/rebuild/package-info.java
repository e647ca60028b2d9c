/** The pause, rebuild and comparison of projections, beside the processors that keep them up to date. */
@NullMarked
package ilgam.starter.projection.rebuild;

import org.jspecify.annotations.NullMarked;
