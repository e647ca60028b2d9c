/** What a member says about themselves: display name, language and time zone. */
@NullMarked
package ilgam.member.profile;

import org.jspecify.annotations.NullMarked;
