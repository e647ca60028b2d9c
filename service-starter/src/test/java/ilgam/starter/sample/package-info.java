/** A small context that uses all of the starter, for its tests. */
@NullMarked
package ilgam.starter.sample;

import org.jspecify.annotations.NullMarked;
