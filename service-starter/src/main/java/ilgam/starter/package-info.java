/** Technical wiring that every context shares; no business word in it. */
@NullMarked
package ilgam.starter;

import org.jspecify.annotations.NullMarked;
