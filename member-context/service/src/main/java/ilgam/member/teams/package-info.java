/** The teams as everybody sees them: what they are called, who belongs to them, and who leads. */
@NullMarked
package ilgam.member.teams;

import org.jspecify.annotations.NullMarked;
