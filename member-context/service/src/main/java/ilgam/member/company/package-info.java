/**
 * The company, of which there is one: where its days start. Whoever has no work cycle of their own, and what nobody is
 * assigned to, goes by it, and so do the periods of figures.
 */
@NullMarked
package ilgam.member.company;

import org.jspecify.annotations.NullMarked;
