/**
 * Accounts: an e-mail address and a password, with which a member logs in.
 *
 * <p>An address belongs to one member, regardless of case. It is reserved before the member is registered, confirmed by
 * the event, and released when the process died in between.
 */
@NullMarked
package ilgam.member.identity.account;

import org.jspecify.annotations.NullMarked;
