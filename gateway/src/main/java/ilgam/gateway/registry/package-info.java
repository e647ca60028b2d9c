/**
 * The service registry, on a port that only this machine reaches, and the ready instances that are read straight from
 * it.
 */
@NullMarked
package ilgam.gateway.registry;

import org.jspecify.annotations.NullMarked;
