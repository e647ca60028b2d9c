/**
 * Draws the event model from the code itself, a board of event storming for each context: the sealed commands and
 * events, the aggregates that stand between them, who may send a command, and the components that read an event. A
 * board can't lie, and a stale one fails the build.
 */
@NullMarked
package ilgam.eventmodel;

import org.jspecify.annotations.NullMarked;
