/** Points and periods in the asker's time zone. */
@NullMarked
package ilgam.dashboard.figures;

import org.jspecify.annotations.NullMarked;
