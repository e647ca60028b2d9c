/**
 * A member's own work by urgency: overdue, today, this work cycle, later, without a date; the items they reported, and
 * what they finished recently.
 */
@NullMarked
package ilgam.work.mywork;

import org.jspecify.annotations.NullMarked;
