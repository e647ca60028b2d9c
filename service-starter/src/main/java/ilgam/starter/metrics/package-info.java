/** Cached values behind gauges, so that a scrape neither repeats queries nor waits for a database that is away. */
@NullMarked
package ilgam.starter.metrics;

import org.jspecify.annotations.NullMarked;
