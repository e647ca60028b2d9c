/** Who belongs to which team, now and at any instant: a team's figures follow from those of its members then. */
@NullMarked
package ilgam.dashboard.team;

import org.jspecify.annotations.NullMarked;
