/** The log of what touched accounts: who logged in, changed a password, gave a role, and from where. */
@NullMarked
package ilgam.member.audit;

import org.jspecify.annotations.NullMarked;
