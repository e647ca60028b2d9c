/**
 * How the gateway says no: one problem document (RFC 9457) for every refusal, also for those that the
 * server itself makes before any code of ours runs.
 */
@NullMarked
package ilgam.gateway.problem;

import org.jspecify.annotations.NullMarked;
