/**
 * Reservations: a unique key is reserved before a command's events are appended, confirmed or ended by the event, and
 * released only by the attempt that reserved it or by the sweep, after the event store was asked.
 */
@NullMarked
package ilgam.starter.reservation;

import org.jspecify.annotations.NullMarked;
