/** Accounts, sessions, tokens, invitations and what admins do with members, over HTTP. */
@NullMarked
package ilgam.member.identity.api;

import org.jspecify.annotations.NullMarked;
