/** One trace id for each request, so that a member's complaint, log lines and events can be matched. */
@NullMarked
package ilgam.gateway.trace;

import org.jspecify.annotations.NullMarked;
