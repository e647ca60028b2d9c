/**
 * Settings that hold for every service unless it says otherwise.
 */
@NullMarked
package ilgam.starter.defaults;

import org.jspecify.annotations.NullMarked;
