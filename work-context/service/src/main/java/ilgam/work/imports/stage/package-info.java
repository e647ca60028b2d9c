/** The first step: one pass over the files gives every item its id and number and matches events with items. */
@NullMarked
package ilgam.work.imports.stage;

import org.jspecify.annotations.NullMarked;
