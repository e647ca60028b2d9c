/**
 * When people work: their work cycles and leave, the holidays of the company, and the time zone by which its days
 * start.
 */
@NullMarked
package ilgam.member.time;

import org.jspecify.annotations.NullMarked;
