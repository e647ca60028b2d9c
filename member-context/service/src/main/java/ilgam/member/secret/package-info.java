/**
 * Secrets that stand for somebody: session cookies and access tokens.
 *
 * <p>The holder has 32 random bytes, the database only their SHA-256: a stolen backup opens nothing.
 */
@NullMarked
package ilgam.member.secret;

import org.jspecify.annotations.NullMarked;
