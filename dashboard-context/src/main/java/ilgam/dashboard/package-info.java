/** The dashboard context: figures about the flow of work, as of any instant. */
@NullMarked
package ilgam.dashboard;

import org.jspecify.annotations.NullMarked;
