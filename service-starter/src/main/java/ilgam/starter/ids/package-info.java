/** Identifiers: time-ordered for new things, derived from names where a repeat must have the same one. */
@NullMarked
package ilgam.starter.ids;

import org.jspecify.annotations.NullMarked;
