/**
 * Who is calling: the signed token that the gateway hands in, checked by each service itself.
 */
@NullMarked
package ilgam.starter.security;

import org.jspecify.annotations.NullMarked;
