/**
 * One number for each request, so that a member's complaint, a log line and an event can be brought together.
 */
@NullMarked
package ilgam.gateway.trace;

import org.jspecify.annotations.NullMarked;
