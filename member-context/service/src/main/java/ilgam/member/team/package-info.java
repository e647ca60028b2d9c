/**
 * Groups of members who work together, led by one or several of them. A team always has a lead for as long as it
 * exists, and no two teams have the same name.
 */
@NullMarked
package ilgam.member.team;

import org.jspecify.annotations.NullMarked;
