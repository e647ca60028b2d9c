/**
 * Commands on their way to an aggregate, and what is written beside every event: who, when, through what.
 */
@NullMarked
package ilgam.starter.messaging;

import org.jspecify.annotations.NullMarked;
