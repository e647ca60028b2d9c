/** The stretches of days that members plan by, as each has set their own. */
@NullMarked
package ilgam.dashboard.calendar;

import org.jspecify.annotations.NullMarked;
