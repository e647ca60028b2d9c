/**
 * Snapshots of aggregates with many or heavy events, kept in the context's own database: a cache that may be lost, and
 * that nothing but the loading of an aggregate reads.
 */
@NullMarked
package ilgam.starter.snapshots;

import org.jspecify.annotations.NullMarked;
