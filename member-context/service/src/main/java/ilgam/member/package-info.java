/** The member context: who is in the company, who they are when they log in, what role they have. */
@NullMarked
package ilgam.member;

import org.jspecify.annotations.NullMarked;
