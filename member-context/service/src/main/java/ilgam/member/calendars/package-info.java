/** When members work, day by day: their work cycle, the company's holidays and their leave laid over each other. */
@NullMarked
package ilgam.member.calendars;

import org.jspecify.annotations.NullMarked;
