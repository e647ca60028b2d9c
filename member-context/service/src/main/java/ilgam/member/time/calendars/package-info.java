/** When members work, day by day, computed from their work cycle, the company's holidays and their leave. */
@NullMarked
package ilgam.member.time.calendars;

import org.jspecify.annotations.NullMarked;
