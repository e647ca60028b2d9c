/** The teams as members see them: names, members and leads. */
@NullMarked
package ilgam.member.people.teams;

import org.jspecify.annotations.NullMarked;
