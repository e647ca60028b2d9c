/**
 * The event store that <code>ilgam.events</code> selects: Axon Server, or a table in PostgreSQL that every service
 * reads. Code outside this package does not depend on which it is.
 */
@NullMarked
package ilgam.starter.events;

import org.jspecify.annotations.NullMarked;
