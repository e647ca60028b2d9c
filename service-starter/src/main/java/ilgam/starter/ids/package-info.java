/**
 * Identifiers: time-ordered for new things, derived from names where a repeat must meet the first.
 */
@NullMarked
package ilgam.starter.ids;

import org.jspecify.annotations.NullMarked;
