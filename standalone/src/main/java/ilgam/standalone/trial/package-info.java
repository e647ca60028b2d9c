/**
 * The system seen from outside: starts a whole one on data of its own and talks to it as a browser or a program does.
 * The system tests and the benchmark stand on it.
 */
@NullMarked
package ilgam.standalone.trial;

import org.jspecify.annotations.NullMarked;
