/**
 * Upstream requests: pooled connections to the contexts' instances, round robin with fail-over, streamed answers, and
 * streamed bodies where they are large.
 */
@NullMarked
package ilgam.gateway.upstream;

import org.jspecify.annotations.NullMarked;
