/**
 * What every text of the work context has in common: it has a length, and nothing in it that could not be shown.
 *
 * <p>Values check themselves when they are made, so a command never carries a value that makes no sense.
 */
@NullMarked
package ilgam.work.words;

import org.jspecify.annotations.NullMarked;
