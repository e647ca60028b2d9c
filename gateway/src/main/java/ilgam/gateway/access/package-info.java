/**
 * Who is asking: turns an opaque session cookie or access token into the short-lived signed token that the
 * contexts trust, asks browsers for proof that a change was meant, and keeps anybody from asking too fast.
 */
@NullMarked
package ilgam.gateway.access;

import org.jspecify.annotations.NullMarked;
