/** Deleting personal data: all of an erased member, whose id and history stay, and what is kept for a time only. */
@NullMarked
package ilgam.member.identity.erasure;

import org.jspecify.annotations.NullMarked;
