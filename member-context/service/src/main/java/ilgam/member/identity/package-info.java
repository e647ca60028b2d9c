/**
 * Who somebody is and what they may do: accounts, the ways to get one, sessions and access tokens, the signed tokens
 * that other services accept, and the log of all that.
 */
@NullMarked
package ilgam.member.identity;

import org.jspecify.annotations.NullMarked;
