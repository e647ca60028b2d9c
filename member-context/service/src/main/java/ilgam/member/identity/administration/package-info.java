/** What admins do with members: roles, deactivation, erasure and mergers, each with an entry in the log. */
@NullMarked
package ilgam.member.identity.administration;

import org.jspecify.annotations.NullMarked;
