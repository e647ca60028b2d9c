/**
 * Draws the event model as an event-storming board from the code itself: the sealed commands and events, the
 * aggregates that stand between them, and whoever reads an event. The picture can't lie, and a stale one fails
 * the build.
 */
@NullMarked
package ilgam.eventmodel;

import org.jspecify.annotations.NullMarked;
