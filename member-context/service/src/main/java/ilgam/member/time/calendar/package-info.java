/**
 * When a member works: their work cycle from a date on, and their leave. Changes take effect from a date; the past
 * stays as it was.
 */
@NullMarked
package ilgam.member.time.calendar;

import org.jspecify.annotations.NullMarked;
