/** What keeps the documents true to the code. */
@NullMarked
package ilgam.documents;

import org.jspecify.annotations.NullMarked;
