/** The gateway: the only entrance to the system, and the home of the registry. */
@NullMarked
package ilgam.gateway;

import org.jspecify.annotations.NullMarked;
