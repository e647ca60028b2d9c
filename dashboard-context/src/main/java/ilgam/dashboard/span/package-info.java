/**
 * What every item was, from when to when: the ground that all figures stand on.
 *
 * <p>Time here is the domain's: an event counts from the instant it occurred, never before its item's
 * opening, whenever it was recorded. Histories may arrive in any order and still give the same rows.
 */
@NullMarked
package ilgam.dashboard.span;

import org.jspecify.annotations.NullMarked;
