/**
 * Reads the event model from the code: what calls what from the compiled classes, and from the sources what those leave
 * out, such as Javadoc, files and the tests.
 */
@NullMarked
package ilgam.eventmodel.code;

import org.jspecify.annotations.NullMarked;
