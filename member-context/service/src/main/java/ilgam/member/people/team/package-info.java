/**
 * Teams: members who work together, with one or several leads. A team always has a lead, and no two teams have the same
 * name.
 */
@NullMarked
package ilgam.member.people.team;

import org.jspecify.annotations.NullMarked;
