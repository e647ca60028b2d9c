/**
 * Metrics and the management port, the same in every process: few series of the platform, in a number that no client
 * can increase.
 */
@NullMarked
package ilgam.management;

import org.jspecify.annotations.NullMarked;
