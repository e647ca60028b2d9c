/**
 * The first thing every request meets: which port it came to, whether its path is honest, and the headers that
 * every answer carries.
 */
@NullMarked
package ilgam.gateway.edge;

import org.jspecify.annotations.NullMarked;
