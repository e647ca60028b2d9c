/** The log of security events: who logged in, changed a password or gave a role, and from where. */
@NullMarked
package ilgam.member.identity.audit;

import org.jspecify.annotations.NullMarked;
