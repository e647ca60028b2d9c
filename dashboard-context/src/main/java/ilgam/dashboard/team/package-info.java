/** Questions about the members of teams. The figures of a team are those of its members at that instant. */
@NullMarked
package ilgam.dashboard.team;

import org.jspecify.annotations.NullMarked;
