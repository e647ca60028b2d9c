/** Tests of the figures: against a naive model, against real trackers' histories, and over HTTP. */
@NullMarked
package ilgam.dashboard;

import org.jspecify.annotations.NullMarked;
