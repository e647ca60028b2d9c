/**
 * The web app as it was built, served from the gateway's own jar.
 */
@NullMarked
package ilgam.gateway.webapp;

import org.jspecify.annotations.NullMarked;
