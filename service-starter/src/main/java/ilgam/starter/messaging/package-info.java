/**
 * Sending of commands, the metadata of commands and events, the state of the event store, and the outcome of commands
 * that got no result.
 */
@NullMarked
package ilgam.starter.messaging;

import org.jspecify.annotations.NullMarked;
