/**
 * Who may become a member by themselves: everybody, those with an address of the company, or those who were invited.
 */
@NullMarked
package ilgam.member.admission;

import org.jspecify.annotations.NullMarked;
