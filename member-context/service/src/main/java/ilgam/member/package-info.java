/** The member context: who is in the company, how they log in, and what role they have. */
@NullMarked
package ilgam.member;

import org.jspecify.annotations.NullMarked;
