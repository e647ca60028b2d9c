/** The stretches of days that members plan by, as each has set their own. */
@NullMarked
package ilgam.work.calendar;

import org.jspecify.annotations.NullMarked;
