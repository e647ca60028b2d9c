/**
 * Dead letters: events that a projection, a policy or a reservation could not handle, and later events of the same
 * aggregate behind them. They are retried with growing pauses; operators see them, retry or discard them.
 */
@NullMarked
package ilgam.starter.deadletter;

import org.jspecify.annotations.NullMarked;
