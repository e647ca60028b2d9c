/** Technical wiring that every context shares, without business concepts. */
@NullMarked
package ilgam.starter;

import org.jspecify.annotations.NullMarked;
