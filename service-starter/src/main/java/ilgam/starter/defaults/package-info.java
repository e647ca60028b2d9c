/** Default settings of every service. */
@NullMarked
package ilgam.starter.defaults;

import org.jspecify.annotations.NullMarked;
