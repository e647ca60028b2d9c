/** The company's holidays as members see them, from all of its calendars. */
@NullMarked
package ilgam.member.time.holidays;

import org.jspecify.annotations.NullMarked;
