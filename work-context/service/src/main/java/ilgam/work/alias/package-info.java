/**
 * Merged persons. Every read model that contains persons stores them under the id that they finally have, and rewrites
 * its rows when it learns of a merger.
 */
@NullMarked
package ilgam.work.alias;

import org.jspecify.annotations.NullMarked;
