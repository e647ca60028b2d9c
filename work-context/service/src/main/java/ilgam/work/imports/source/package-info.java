/** What the files of another tracker say, in the form that our own input accepts: each value is read once, and noted if it had to be tidied. */
@NullMarked
package ilgam.work.imports.source;

import org.jspecify.annotations.NullMarked;
