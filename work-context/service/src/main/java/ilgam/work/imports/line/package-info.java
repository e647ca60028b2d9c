/** The lines of an uploaded file: their JSON as it came, and why a line is unusable. */
@NullMarked
package ilgam.work.imports.line;

import org.jspecify.annotations.NullMarked;
