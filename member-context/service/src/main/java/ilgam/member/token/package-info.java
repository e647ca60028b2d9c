/** Access tokens: how programs act in the name of the member who issued them, within the scopes given. */
@NullMarked
package ilgam.member.token;

import org.jspecify.annotations.NullMarked;
