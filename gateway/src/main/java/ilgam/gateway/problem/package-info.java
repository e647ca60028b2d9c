/** One problem document (RFC 9457) for every refusal of the gateway, Tomcat's own included. */
@NullMarked
package ilgam.gateway.problem;

import org.jspecify.annotations.NullMarked;
