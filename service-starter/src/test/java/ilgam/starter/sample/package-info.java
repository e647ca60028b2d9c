/** A small context for tests that uses all of the starter. */
@NullMarked
package ilgam.starter.sample;

import org.jspecify.annotations.NullMarked;
