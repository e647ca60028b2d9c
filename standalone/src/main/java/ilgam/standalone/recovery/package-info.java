/**
 * What operators do with a data folder besides running it: back it up, restore it, look whether all of it is whole. Each
 * is a command of {@code ./ilgam}, which works beside a running system or without one.
 */
@NullMarked
package ilgam.standalone.recovery;

import org.jspecify.annotations.NullMarked;
