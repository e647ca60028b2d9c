/**
 * Event processors: how they keep their place, write in batches, and set aside an event they cannot handle.
 */
@NullMarked
package ilgam.starter.projection;

import org.jspecify.annotations.NullMarked;
