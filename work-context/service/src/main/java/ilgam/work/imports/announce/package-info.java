/** The second step: every person whom the files name becomes a member or a known person of the member context. */
@NullMarked
package ilgam.work.imports.announce;

import org.jspecify.annotations.NullMarked;
