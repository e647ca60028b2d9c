/** The built web app, served from the gateway's jar. */
@NullMarked
package ilgam.gateway.webapp;

import org.jspecify.annotations.NullMarked;
