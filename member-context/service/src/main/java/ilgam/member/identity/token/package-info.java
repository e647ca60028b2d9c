/** Access tokens: programs act in the name of the member who issued them, within the granted scopes. */
@NullMarked
package ilgam.member.identity.token;

import org.jspecify.annotations.NullMarked;
