/**
 * The HTTP API of the work context: requests become commands, and responses are read from the projections.
 *
 * <p>Texts, names and keys from clients are converted to values of the domain here, and refusals to problem documents.
 * No other package depends on this one.
 */
@NullMarked
package ilgam.work.api;

import org.jspecify.annotations.NullMarked;
