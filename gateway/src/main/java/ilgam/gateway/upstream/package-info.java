/**
 * The way inside: pooled connections to the contexts' instances, turn by turn, past a dead one to the next,
 * answers streamed, bodies too where they are large.
 */
@NullMarked
package ilgam.gateway.upstream;

import org.jspecify.annotations.NullMarked;
