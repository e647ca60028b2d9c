/**
 * Who belongs to which team, now and at any instant. The figures of a team are those of its members at that instant.
 */
@NullMarked
package ilgam.dashboard.team;

import org.jspecify.annotations.NullMarked;
