/**
 * A client's view of the system: starts a whole one with its own data, and sends requests as a browser or a program
 * does. Used by the system tests and the benchmarks.
 */
@NullMarked
package ilgam.trial;

import org.jspecify.annotations.NullMarked;
