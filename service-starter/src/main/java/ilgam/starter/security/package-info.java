/** Authentication: each service verifies the signed token that the gateway sends. */
@NullMarked
package ilgam.starter.security;

import org.jspecify.annotations.NullMarked;
