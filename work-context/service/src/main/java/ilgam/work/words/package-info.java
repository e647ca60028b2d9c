/**
 * Rules for texts of the work context: a limited length, and only displayable characters.
 *
 * <p>Values check themselves on creation, so that a command never contains an invalid value.
 */
@NullMarked
package ilgam.work.words;

import org.jspecify.annotations.NullMarked;
