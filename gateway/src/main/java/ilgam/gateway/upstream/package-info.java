/**
 * The way inside: pooled connections to the contexts' instances, turn by turn, past a dead one to the next,
 * bodies streamed in both directions.
 */
@NullMarked
package ilgam.gateway.upstream;

import org.jspecify.annotations.NullMarked;
