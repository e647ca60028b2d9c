/** Accepts the files of an import, and finds or starts its project. */
@NullMarked
package ilgam.work.imports.upload;

import org.jspecify.annotations.NullMarked;
