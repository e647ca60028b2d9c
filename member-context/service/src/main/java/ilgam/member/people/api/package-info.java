/** The directory, profiles and teams, over HTTP. */
@NullMarked
package ilgam.member.people.api;

import org.jspecify.annotations.NullMarked;
