/** Erasing a member: everything that identifies them is deleted; their id and history stay. */
@NullMarked
package ilgam.member.erasure;

import org.jspecify.annotations.NullMarked;
