/**
 * What every process shows its operators in the same way: the few metrics of the platform that somebody looks at, in a
 * number that no client can make grow.
 */
@NullMarked
package ilgam.management;

import org.jspecify.annotations.NullMarked;
