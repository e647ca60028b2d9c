/**
 * Dead letters: events that a projection, a policy or a reservation could not handle, and what waits behind them. They
 * are tried again by and by; operators see them, try them at once or discard them.
 */
@NullMarked
package ilgam.starter.deadletter;

import org.jspecify.annotations.NullMarked;
