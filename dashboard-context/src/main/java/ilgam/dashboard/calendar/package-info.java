/** The work cycles of members and the time zone of the company. */
@NullMarked
package ilgam.dashboard.calendar;

import org.jspecify.annotations.NullMarked;
