/**
 * The state of every item, from when to when: the data that all figures are based on.
 *
 * <p>The time of an event is its time of occurrence, but never before its item's opening, whenever it was recorded.
 * Events may arrive in any order and give the same rows.
 */
@NullMarked
package ilgam.dashboard.span;

import org.jspecify.annotations.NullMarked;
