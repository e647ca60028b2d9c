/** Who belongs to which team, now and at any instant, for lists of a team's work. */
@NullMarked
package ilgam.work.team;

import org.jspecify.annotations.NullMarked;
