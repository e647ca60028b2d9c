/** Erasing a member: whatever tells who they were is deleted, their id and what happened stay. */
@NullMarked
package ilgam.member.erasure;

import org.jspecify.annotations.NullMarked;
