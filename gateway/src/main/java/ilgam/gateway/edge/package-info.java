/**
 * The outermost filter: separates the ports, refuses ambiguous paths and unknown hosts, and sets the headers of every
 * answer.
 */
@NullMarked
package ilgam.gateway.edge;

import org.jspecify.annotations.NullMarked;
