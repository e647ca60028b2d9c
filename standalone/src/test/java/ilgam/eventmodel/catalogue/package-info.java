/** The event model as a document to look things up in. */
@NullMarked
package ilgam.eventmodel.catalogue;

import org.jspecify.annotations.NullMarked;
