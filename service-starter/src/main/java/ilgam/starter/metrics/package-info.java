/**
 * Figures for operators that have to be asked for: not more often than somebody looks, and without a scrape ever waiting
 * for a database that is away.
 */
@NullMarked
package ilgam.starter.metrics;

import org.jspecify.annotations.NullMarked;
