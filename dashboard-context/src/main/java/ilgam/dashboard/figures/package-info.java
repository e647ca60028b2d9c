/**
 * The figures for managers: summary, cumulative flow, throughput and cycle times, as of any instant.
 *
 * <p>Each is computed on request from the spans and the dated workflows. Nothing is counted in advance, so figures do
 * not depend on the order in which events arrive.
 */
@NullMarked
package ilgam.dashboard.figures;

import org.jspecify.annotations.NullMarked;
