/**
 * Secrets that authenticate a member: session cookies and access tokens.
 *
 * <p>The holder has 32 random bytes, the database only their SHA-256, so that a stolen backup grants no access.
 */
@NullMarked
package ilgam.member.identity.secret;

import org.jspecify.annotations.NullMarked;
