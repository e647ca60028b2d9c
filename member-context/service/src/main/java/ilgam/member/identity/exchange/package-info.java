/**
 * Exchanges secrets for tokens: the gateway passes in a session cookie or an access token and receives a signed,
 * short-lived token that the services accept.
 */
@NullMarked
package ilgam.member.identity.exchange;

import org.jspecify.annotations.NullMarked;
