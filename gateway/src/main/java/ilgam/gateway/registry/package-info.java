/**
 * Who is there: the registry at which the contexts' instances report, on a port of its own that only this
 * machine reaches, and the list of ready instances that the gateway reads straight from it.
 */
@NullMarked
package ilgam.gateway.registry;

import org.jspecify.annotations.NullMarked;
