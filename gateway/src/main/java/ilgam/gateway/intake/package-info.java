/** Limits on request bodies being received, for each caller and for all: their number, bytes, rate and time. */
@NullMarked
package ilgam.gateway.intake;

import org.jspecify.annotations.NullMarked;
