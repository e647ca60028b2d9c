/**
 * Snapshots of aggregates with many or large events, in the context's own database: a cache that may be lost, used only
 * to load aggregates.
 */
@NullMarked
package ilgam.starter.snapshots;

import org.jspecify.annotations.NullMarked;
