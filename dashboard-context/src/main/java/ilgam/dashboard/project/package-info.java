/**
 * The projects whose figures are shown: who can see each, and what its statuses mean from when to when.
 *
 * <p>Items contain status ids only; the dated meanings translate them into names and categories when figures are
 * computed.
 */
@NullMarked
package ilgam.dashboard.project;

import org.jspecify.annotations.NullMarked;
