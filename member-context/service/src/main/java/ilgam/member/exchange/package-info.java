/**
 * The gateway hands in what the outside holds (a session cookie, an access token) and receives the signed,
 * short-lived token that the services trust.
 */
@NullMarked
package ilgam.member.exchange;

import org.jspecify.annotations.NullMarked;
