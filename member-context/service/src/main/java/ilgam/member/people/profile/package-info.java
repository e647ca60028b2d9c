/** A member's own settings: display name, language, time zone and avatar colour. */
@NullMarked
package ilgam.member.people.profile;

import org.jspecify.annotations.NullMarked;
