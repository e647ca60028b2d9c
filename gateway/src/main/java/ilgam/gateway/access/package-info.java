/**
 * Authentication: turns an opaque session cookie or access token into the short-lived signed token that the contexts
 * trust, demands an XSRF token from browsers, and limits rates.
 */
@NullMarked
package ilgam.gateway.access;

import org.jspecify.annotations.NullMarked;
