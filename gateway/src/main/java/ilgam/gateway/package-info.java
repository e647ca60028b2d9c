/** The gateway: the only door of the system, and the home of the registry. */
@NullMarked
package ilgam.gateway;

import org.jspecify.annotations.NullMarked;
