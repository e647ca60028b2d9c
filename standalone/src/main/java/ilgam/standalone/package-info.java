/**
 * The whole system on one machine, without Docker: PostgreSQL, the three contexts and the gateway as separate
 * processes, started in order, restarted when one dies, and stopped in order. The launcher is plain Java, so that it
 * needs little memory.
 */
@NullMarked
package ilgam.standalone;

import org.jspecify.annotations.NullMarked;
