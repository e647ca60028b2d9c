/** Runs the whole system on one machine. */
@NullMarked
package ilgam.standalone;

import org.jspecify.annotations.NullMarked;
