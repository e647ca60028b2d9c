/** The teams as members see them: names, members and leads. */
@NullMarked
package ilgam.member.teams;

import org.jspecify.annotations.NullMarked;
