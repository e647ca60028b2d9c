/**
 * Accounts: an e-mail address and a password, with which a member logs in.
 *
 * <p>An address belongs to one member without regard to case. Its row is written before the member is
 * registered, confirmed by the event and given back when the process died in between.
 */
@NullMarked
package ilgam.member.account;

import org.jspecify.annotations.NullMarked;
