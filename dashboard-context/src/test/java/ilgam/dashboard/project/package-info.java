/** The meanings of statuses, from when to when. */
@NullMarked
package ilgam.dashboard.project;

import org.jspecify.annotations.NullMarked;
