/**
 * The event store behind <code>ilgam.events</code>: Axon Server, or a table in PostgreSQL that every service tails.
 * Nothing outside this package knows which of the two it is.
 */
@NullMarked
package ilgam.starter.events;

import org.jspecify.annotations.NullMarked;
