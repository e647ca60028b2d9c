/**
 * Reservations: what only one may have is taken before a command's events are appended, confirmed or ended by the event,
 * and released only by the attempt that took it or by the sweep, after the event store was asked.
 */
@NullMarked
package ilgam.starter.reservation;

import org.jspecify.annotations.NullMarked;
