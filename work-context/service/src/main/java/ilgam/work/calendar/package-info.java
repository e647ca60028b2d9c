/** The work cycles of members and the time zone of the company. */
@NullMarked
package ilgam.work.calendar;

import org.jspecify.annotations.NullMarked;
