/** Proofs that the figures are right: against a naive model, against real trackers' histories, over HTTP. */
@NullMarked
package ilgam.dashboard;

import org.jspecify.annotations.NullMarked;
