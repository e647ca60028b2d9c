/** Points and periods in the requested time zone. */
@NullMarked
package ilgam.dashboard.figures;

import org.jspecify.annotations.NullMarked;
