/**
 * Whether the system is ready, and if not, which context is missing.
 */
@NullMarked
package ilgam.gateway.health;

import org.jspecify.annotations.NullMarked;
