/**
 * The projects whose figures are shown: who may see each, and what its statuses mean from when to when.
 *
 * <p>Items carry status ids only; the dated meanings here turn them into names and categories when asked.
 */
@NullMarked
package ilgam.dashboard.project;

import org.jspecify.annotations.NullMarked;
