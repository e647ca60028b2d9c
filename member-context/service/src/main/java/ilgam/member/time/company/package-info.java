/**
 * The company, of which an installation has one, and its time zone. It applies to members without a work cycle of their
 * own, to unassigned items and to the periods of figures.
 */
@NullMarked
package ilgam.member.time.company;

import org.jspecify.annotations.NullMarked;
