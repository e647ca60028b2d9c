/**
 * The figures a manager steers by: summary, cumulative flow, throughput and cycle times, as of any instant.
 *
 * <p>Each is computed from the spans and the dated workflows at the moment it is asked; nothing is counted
 * in advance, so no order of arrival can make a figure wrong.
 */
@NullMarked
package ilgam.dashboard.figures;

import org.jspecify.annotations.NullMarked;
