/**
 * Commands on their way to an aggregate, and what is written beside every event: who, when, through what.
 * Whether the event store can be reached, and what is known of a command that was not answered.
 */
@NullMarked
package ilgam.starter.messaging;

import org.jspecify.annotations.NullMarked;
