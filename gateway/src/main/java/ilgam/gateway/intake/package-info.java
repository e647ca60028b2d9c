/**
 * What may come in at once: bodies of requests, their number, bytes, pace and time, for each who asks and for all
 * together.
 */
@NullMarked
package ilgam.gateway.intake;

import org.jspecify.annotations.NullMarked;
