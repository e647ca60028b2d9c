/**
 * The whole system on one machine, without Docker: PostgreSQL, the three contexts and the gateway as processes of their
 * own, started in order, watched, restarted when one dies and stopped in order. Plain Java, so that the launcher itself
 * costs little.
 */
@NullMarked
package ilgam.standalone;

import org.jspecify.annotations.NullMarked;
